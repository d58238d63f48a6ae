import { rename, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startProduct, type TestProduct } from '../support/product.ts'
import { accountOf } from '../support/record.ts'
import { tells } from '../support/tells.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a vault that cannot be written: the person hears of it, others are served, and it goes on when mended', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Қойма', language: 'kk' })
  const other = await product.sim.person({ firstName: 'Басқа', language: 'kk' })
  await me.start()
  await tells(me, ['[Қазақша]', '[Бастау]'])
  await other.start()
  await other.expects('Тілді')
  await rename(product.vaultDir, `${product.vaultDir}.away`)
  await writeFile(product.vaultDir, 'not a folder')
  await me.presses('Келісемін', { wait: 1 })
  await me.expects('жоғалған жоқ')
  await other.presses('Қазақша')
  await other.expects('Сәлеметсіз')

  await rm(product.vaultDir)
  await rename(`${product.vaultDir}.away`, product.vaultDir)
  await me.expects(/Кәсіб|кәсіп/i, { timeout: 20_000 })
  expect((await accountOf(product, me.id))?.cases).toHaveLength(1)
})
