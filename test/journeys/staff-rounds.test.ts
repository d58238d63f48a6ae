import { afterEach, beforeEach, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { reviewerOf, takes, topicOf } from '../support/reviewer.ts'
import { until } from '../support/waiting.ts'
import { toQueue } from '../support/welder.ts'

let product: TestProduct
beforeEach(async () => { product = await startProduct() })
afterEach(() => product.stop())

const candidate = () => product.sim.person({ firstName: 'Кандидат', language: 'kk' })
type Person = Awaited<ReturnType<typeof candidate>>

async function sendsPage(me: Person, words: string, seed: number): Promise<void> {
  await me.sendsPhoto(await photoOf(words, { seed }))
  await me.expects(/Алдым/)
  await me.presses('Тізімге')
}

it('two papers of the list go back, each with its reason; only these reopen, and the second round is accepted', { timeout: 90_000 }, async () => {
  const me = await candidate()
  await toQueue(me)
  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Сериков')
  await takes(reviewer, thread)
  const desk = reviewer.inGroup(thread)
  await desk.presses(/Вернуть/)
  await desk.expects('Что вернуть')
  for (const [paper, reason] of [[/Документ, удостоверяющий/, 'не читается'], [/Документ об образовании/, 'край обрезан']] as const) {
    await desk.presses(paper)
    await desk.presses(reason)
  }
  await desk.presses('Отправить решение')
  const told = await me.expects('Мәтінін оқу мүмкін болмады')
  expect(told.text).toContain('Білім туралы')
  expect(await caseOf(product, me.id)).toMatchObject({ status: 'returned', round: 2, items: { identity: 'returned', education: 'returned' } })
  await me.presses(/Жеке басты куәландыратын/)
  await me.expects(/фотосын/)
  await sendsPage(me, 'ЖЕКЕ КУӘЛІК 2', 21)
  await me.presses(/Білім туралы/)
  await me.expects(/фотосын/)
  await sendsPage(me, 'ДИПЛОМ 2', 22)
  await me.presses('Тексеруге жіберу')
  await me.expects('Тексеруге жіберейік пе')
  await me.presses('Тексеруге жіберу')
  await me.expects('кезекте')
  await until('the second round', async () => (await caseOf(product, me.id)).status === 'review' || (await caseOf(product, me.id)).status === 'sent')
  const handed = await takes(reviewer, thread)
  expect([...handed.originals.keys()].length).toBeGreaterThan(0)
  await desk.presses(/Принять/)
  await me.expects('қабылдады')
  expect((await caseOf(product, me.id)).status).toBe('accepted')
  // Whoever has stopped the bot cannot hear of the exam: staff are told, with the cause.
  await me.blocks()
  await desk.presses(/Ещё/)
  await desk.presses(/Дата экзамена/)
  await desk.replies(await desk.expects('Когда, где и на каком языке'), '10.12.2031 14:00, Ақсу, Абай 5, kk')
  await desk.expects(/не доставлен|не дошл|заблокировал/)
})
