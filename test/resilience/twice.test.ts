import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { accountOf, caseOf } from '../support/record.ts'
import { tells } from '../support/tells.ts'
import { pause } from '../support/waiting.ts'
import { BEFORE, bornIn, toChecklist, toIdentity, welderLines } from '../support/welder.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('every update of an interview delivered twice changes nothing', { timeout: 40_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Қайта', language: 'kk' })
  await me.start()
  for (const line of welderLines()) {
    await tells(me, [line])
    product.simulator.redeliver()
    await pause(60)
  }
  await me.says('/checklist')
  await me.expects('Сіздің құжаттар тізбеңіз')
  expect((await accountOf(product, me.id))?.cases).toHaveLength(1)
  expect((await caseOf(product, me.id)).secret.answers['job.1.employer']).toBeUndefined()
})

it('a refused answer delivered again later is not taken for another question', async () => {
  const me = await product.sim.person({ firstName: 'Қате', language: 'kk' })
  await me.start()
  await tells(me, welderLines().slice(0, BEFORE.iin))
  await me.says('Алматы қаласы')
  await me.expects(/⚠️/)
  const refused = product.simulator.redeliver()
  await tells(me, welderLines().slice(BEFORE.iin, BEFORE.place))
  product.simulator.redeliver(refused)
  await pause(300)
  expect((await caseOf(product, me.id)).secret.answers['place']).toBeUndefined()
})

it('consent pressed twice opens one case, "back" pressed twice goes back once', async () => {
  const me = await product.sim.person({ firstName: 'Екі', language: 'kk' })
  await me.start()
  await tells(me, ['[Қазақша]', '[Бастау]', '[Келісемін]'])
  await me.pressesAgain()
  await tells(me, welderLines(bornIn(1974)).slice(3, BEFORE.place + 1))
  expect((await accountOf(product, me.id))?.cases).toHaveLength(1)
  await me.presses({ data: /^b:/ })
  await me.pressesAgain()
  const { secret } = await caseOf(product, me.id)
  expect(secret.cursor ?? 'place').toBe('place')
})

it('"remove the last" sent again by the app removes one page, not two', async () => {
  const me = await product.sim.person({ firstName: 'Алу', language: 'kk' })
  await toIdentity(me, bornIn(1975))
  for (const seed of [11, 12]) {
    await me.sendsPhoto(await photoOf('БЕТ', { seed }))
    await me.expects(/Алдым/)
  }
  await me.presses({ data: /^r:/ })
  await me.pressesAgain()
  expect((await caseOf(product, me.id)).secret.uploads.map(({ removed }) => removed)).toEqual([false, true])
})

it('buttons that never were are answered with a way on', { timeout: 40_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Қоқыс', language: 'kk' })
  await toChecklist(me, bornIn(1976))
  const some = (await me.messages()).findLast(({ from }) => from?.is_bot)
  const id = (await caseOf(product, me.id)).id
  if (!some) throw new Error('nothing was said')
  for (const data of ['q:::', 'o:x:y', ':', '__proto__', `q:${id}:__proto__:x`, `o:${id}:constructor`, `a:${id}:__proto__`, `r:${id}:nope`, `z:${id}:name:unknown`, `t:${id}:__proto__`, 'i:nope:99', 's:desk:0:lang:kk', `s:${id}:0:take`]) {
    expect((await me.pressesStale(some, data)).answered, data).toBe(true)
  }
  expect(product.errors).toEqual([])
})
