import { afterEach, beforeEach, expect, it } from 'vitest'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { topicOf } from '../support/reviewer.ts'
import { until } from '../support/waiting.ts'
import { toQueue } from '../support/welder.ts'

let product: TestProduct
const managers: number[] = []
beforeEach(async () => { product = await startProduct({ config: { managerIds: managers } }) })
afterEach(() => product.stop())

it('a colleague finds a case by any spelling; a stranger gets nothing from buttons or commands, and a manager reads who tried', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Кандидат', language: 'kk' })
  await toQueue(me)
  const [colleague, manager, stranger] = [
    await product.sim.person({ firstName: 'Ерлан', language: 'ru', staff: 'member' }), await product.sim.person({ firstName: 'Басшы', language: 'ru', staff: 'member' }),
    await product.sim.person({ firstName: 'Бөтен', language: 'ru', staff: 'member' }),
  ]
  managers.push(manager.id)
  await until('the card', async () => (await product.sim.topics()).some(({ pinned }) => pinned.length > 0))
  const thread = await topicOf(product.sim, 'Сериков')
  await colleague.inGroup().says('/find serikov')
  await colleague.inGroup().expects('26-0001')
  // A group that strangers can read: the press comes, and Telegram says that the person is no member.
  await product.sim.faults({ method: 'getChatMember', user_id: stranger.id, times: -1, error_code: 400, description: 'Bad Request: PARTICIPANT_ID_INVALID' })
  await stranger.inGroup(thread).presses(/Взять/)
  expect((await caseOf(product, me.id)).status).toBe('sent')
  // Lists in the private chat: for colleagues; for a candidate they are words like any other.
  await colleague.start('x')
  await colleague.says('/stats')
  await colleague.expects('Отправлено: 1')
  await me.says('/find Сериков')
  await manager.start('x')
  await colleague.says('/audit 26-0001')
  await colleague.expects('только для руководителей')
  await manager.says('/audit')
  const said = await manager.expects(`${stranger.id} · take`)
  expect(said.text).toContain(`${me.id} · /find`)
  await manager.says('/export')
  await until('the table', async () => (await manager.messages()).some(({ document }) => document?.file_name?.endsWith('.xlsx')))
})
