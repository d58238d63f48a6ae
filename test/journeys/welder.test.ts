import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a welder goes in Kazakh from /start to his checklist', async () => {
  const me = await product.sim.person({ firstName: 'Серік', language: 'kk' })
  await me.start()
  await me.presses('Қазақша')
  await me.presses('Бастау')
  await me.presses('Келісемін')
  await me.expects('Қай кәсіп бойынша')
  await me.says('данекерлеуши')
  await me.presses(/Электрогазбен дәнекерлеуші/)
  await me.presses(/^6/)
  await me.presses('Өзім үшін')
  await me.presses('Өз қалауым')
  await me.presses('Өзім')
  await me.says('Сериков Серік Серікұлы')
  await me.presses('Растаймын')
  await me.says('900101300017')
  await me.says('1 қаңтар 1990')
  console.log(await me.transcript())
})
