import { afterEach, beforeEach, expect, it } from 'vitest'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { topicOf } from '../support/reviewer.ts'
import { until } from '../support/waiting.ts'
import { toQueue } from '../support/welder.ts'

let product: TestProduct
beforeEach(async () => { product = await startProduct() })
afterEach(() => product.stop())

it('a reviewer enters the exam, writes, remarks inside, sends a remark after all, mends it; a lost phone gets the case', { timeout: 90_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Кандидат', language: 'kk' })
  await toQueue(me)
  const reviewer = await product.sim.person({ firstName: 'Гүлнар', language: 'ru', staff: 'member' })
  await until('the card', async () => (await product.sim.topics()).some(({ pinned }) => pinned.length > 0))
  const thread = await topicOf(product.sim, 'Сериков')
  const desk = reviewer.inGroup(thread)
  await desk.presses(/Ещё/)
  await desk.presses(/Дата экзамена/)
  const asked = await desk.expects('Когда, где и на каком языке')
  await desk.replies(asked, 'вчера')
  await desk.expects('Нужны дата')
  await desk.replies(asked, '10.12.2031 14:00, Ақсу, Абай 5, kk')
  await desk.expects('Записано')
  await me.expects('Ақсу, Абай 5')
  expect((await caseOf(product, me.id)).secret.exam).toMatchObject({ day: '2031-12-10', time: '14:00', lang: 'kk' })
  // An inside remark stays inside, until "send" is pressed.
  await desk.says('Паспорт мутноват, как думаете?')
  await desk.expects('осталось внутри')
  expect((await me.messages()).some(({ text }) => text?.includes('мутноват'))).toBe(false)
  await desk.presses(/Отправить кандидату/)
  await me.expects('мутноват')
  await desk.expects('Отправлено кандидату')
  await desk.presses(/Написать кандидату/)
  const write = await desk.expects('Ответьте на это сообщение: текст')
  const sent = await desk.replies(write, 'Ертең хабарласыңыз')
  await me.expects('Ертең хабарласыңыз')
  await desk.edits(sent, { text: 'Бүгін хабарласыңыз' })
  await until('the edit', async () => (await me.messages()).some(({ text }) => text?.includes('Бүгін хабарласыңыз')))
  // Another phone: it shows a code, staff check who it is and move the case.
  const other = await product.sim.person({ firstName: 'Кандидат', language: 'kk' })
  await other.says('/start')
  await other.presses(/Қазақша/)
  await other.presses(/іс нөмірі бар/)
  await other.expects(String(other.id))
  await desk.presses(/Перенести/)
  const move = await desk.expects('проверьте личность')
  await desk.replies(move, String(other.id))
  await other.expects('енді осы чатта')
  expect((await caseOf(product, other.id)).number).toBe('26-0001')
  // The old phone no longer sees it.
  await me.says('/status')
  await until('an answer', async () => (await me.messages()).at(-1)?.from?.is_bot === true)
  expect((await me.messages()).at(-1)?.text).not.toContain('26-0001')
})
