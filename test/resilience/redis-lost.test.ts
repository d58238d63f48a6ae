import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { accountOf, caseOf, emptyRedis, recordedTopic } from '../support/record.ts'
import { tells } from '../support/tells.ts'
import { pause, until } from '../support/waiting.ts'
import { BEFORE, bornIn, sendsOff, toChecklist, toIdentity, welderLines } from '../support/welder.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct({ overrides: { snapshotMs: 300, sweepMs: 1000 } }) })
afterAll(() => product.stop())

/** Long enough for a snapshot of what was last said. */
const SNAPSHOT_MS = 900

it('an answer given while Redis is away is told of and comes home when it is back', { timeout: 40_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Редис', language: 'kk' })
  await me.start()
  await tells(me, welderLines().slice(0, BEFORE.name))
  await product.redis.kill9()
  await me.says('Сериков Серік')
  await me.expects('жоғалған жоқ', { timeout: 15_000 })
  await product.redis.restart()
  await me.expects('Сериков', { timeout: 15_000 })
  await me.presses('Растаймын')
  await me.expects(/ЖСН/)
})

it('a Redis emptied under the running bot: people go on where they were', async () => {
  const me = await product.sim.person({ firstName: 'Жұмыс', language: 'kk' })
  await toChecklist(me)
  await pause(SNAPSHOT_MS)
  await emptyRedis(product)
  await me.says('/checklist')
  await me.expects('Сіздің құжаттар тізбеңіз')
  await me.presses(/Жеке басты куәландыратын/)
  await me.expects(/фотосын/)
  await me.sendsPhoto(await photoOf('КУӘЛІК'))
  await me.expects(/Алдым/)
})

it('a helper with two cases finds them in their order, and the same one open', async () => {
  const me = await product.sim.person({ firstName: 'Екеу', language: 'kk' })
  await toChecklist(me, { name: 'Бірінші Адам', ...bornIn(1971) })
  await me.says('/start')
  await me.presses({ data: 'm:begin' })
  await tells(me, welderLines().slice(2, BEFORE.name))
  const before = await accountOf(product, me.id)
  await pause(SNAPSHOT_MS)
  await emptyRedis(product)
  await product.restart()
  expect(await accountOf(product, me.id)).toEqual(before)
})

it('a photo on its way when Redis was lost comes home after the restart', { timeout: 40_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Жол', language: 'kk' })
  await toIdentity(me, bornIn(1972))
  await product.sim.faults({ method: 'getFile', times: -1, error_code: 500, description: 'Internal Server Error' })
  await me.sendsPhoto(await photoOf('ЖОЛДА'))
  await until('on record', async () => (await caseOf(product, me.id)).secret.uploads.length === 1)
  await pause(SNAPSHOT_MS)
  await emptyRedis(product)
  await product.sim.clearFaults()
  await product.restart()
  await me.expects(/Алдым/, { timeout: 15_000 })
  expect((await caseOf(product, me.id)).secret.uploads.map(({ state }) => state)).toEqual(['stored'])
})

it('a case sent right before the loss comes before the staff all the same', { timeout: 40_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Жіберді', language: 'kk' })
  await toChecklist(me, { name: 'Жіберілген Адам', ...bornIn(1973) })
  await product.sim.faults({ method: 'createForumTopic', times: -1, error_code: 500, description: 'Internal Server Error' })
  await sendsOff(me)
  await pause(SNAPSHOT_MS)
  await emptyRedis(product)
  await product.sim.clearFaults()
  await product.restart()
  await until('the topic', async () => (await product.sim.topics()).some(({ name, pinned }) => name.includes('Жіберілген') && pinned.length > 0))

  // An emptied Redis is filled before the next snapshot, not written over what the vault knows.
  const topic = await recordedTopic(product, me.id)
  await pause(SNAPSHOT_MS)
  await emptyRedis(product)
  await until('read back', async () => (await accountOf(product, me.id)) !== null)
  await pause(SNAPSHOT_MS)
  await emptyRedis(product)
  await product.restart()
  expect(await recordedTopic(product, me.id)).toEqual(topic)
})
