import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { textOf } from '../../simulator/client.ts'
import type { App } from '../../src/app/app.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { newId } from '../../src/lib/ids.ts'
import { connectRedis } from '../../src/storage/redis.ts'
import { makeStorage } from '../../src/storage/storage.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { sentCase } from './sent-case.ts'

let product: TestProduct
let app: App
let redis: ReturnType<typeof connectRedis>
let picture: Buffer
let candidate: SimulatedPerson
let reviewer: SimulatedPerson
let colleague: SimulatedPerson

beforeAll(async () => {
  product = await startProduct({ overrides: { sweepMs: 200 } })
  redis = connectRedis(product.redis.url)
  const clock = { now: () => Date.now(), today: () => '2026-11-23' }
  const catalogue = await loadCatalogue('catalogue')
  if (!catalogue.ok) throw new Error('catalogue')
  app = { ...makeStorage({ redis, dir: product.vaultDir, vaultKey: product.config.vaultKey, clock }), clock, catalogue: catalogue.catalogue, newId } as never
  picture = await photoOf('ЖЕКЕ КУӘЛІК')
  candidate = await product.sim.person({ firstName: 'Серік', language: 'kk' })
  reviewer = await product.sim.person({ firstName: 'Гүлнар', language: 'ru', staff: 'member' })
  colleague = await product.sim.person({ firstName: 'Ерлан', language: 'ru', staff: 'member' })
  await candidate.start()
  await reviewer.start('staff')
})
afterAll(async () => {
  redis.disconnect()
  await product.stop()
})

/** A case that has just been sent, with what follows asked for in its transaction. */
async function sent(number: string, applicant: string): Promise<{ found: Case; thread: number }> {
  const found = await sentCase(app, { number, applicant, account: candidate.id, picture })
  await app.store.save({ case: found, expected: found.revision, update: null, effects: [{ kind: 'card', case: found.id }, { kind: 'seal', case: found.id, round: 1 }] })
  for (let wait = 0; wait < 100; wait++) {
    const topic = await app.store.topic(applicant)
    if (topic?.card) return { found, thread: topic.thread }
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error('no card')
}

const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 700) })

it('a case without a paper is taken, read in private and accepted, with few messages to the group', async () => {
  const { found, thread } = await sent('26-0101', 'i-chat-1')
  const desk = reviewer.inGroup(thread)
  await desk.presses('Взять в работу')
  await desk.pressesAgain()
  await desk.expects('Дело у: Гүлнар')
  expect((await app.store.audit(found.id)).filter(({ what }) => what === 'taken.1')).toHaveLength(1)
  await reviewer.expects('Ниже досье для проверки', { timeout: 15_000 })
  await settle()
  const files = (await reviewer.messages()).filter(({ document }) => document)
  expect(files.map(({ document }) => document?.file_name)).toEqual(['26-0101-dossier.pdf', '26-0101-identity.pdf', '26-0101-application.pdf', '26-0101-1.zip'])
  expect(files.every((each) => each.has_protected_content)).toBe(true)
  // The diploma is missing: the first press says so, the second one means it.
  expect((await desk.presses('Принять всё')).text).toContain('Документ об образовании: нет документа')
  await desk.presses('Принять всё')
  await desk.expects('документы приняты')
  await candidate.expects('Өтінішті қалай беру керек')
  expect((await app.store.load(found.id))?.status).toBe('accepted')
  expect((await product.sim.topics()).find((topic) => topic.thread === thread)).toMatchObject({ icon: '✅' })
  // One card, edited; nothing else was said.
  expect((await product.sim.groupMessages(thread)).filter((message) => textOf(message) !== '' && message.from?.is_bot)).toHaveLength(1)
})

it('one paper is returned on one message, with a note; the candidate opens just that one', async () => {
  const { found, thread } = await sent('26-0102', 'i-chat-2')
  const desk = reviewer.inGroup(thread)
  await desk.presses('Взять в работу')
  await desk.expects('Дело у: Гүлнар')
  await desk.presses('Вернуть…')
  await desk.expects('Что вернуть?')
  await desk.presses('Отправить решение')
  await desk.presses(/Документ, удостоверяющий личность/)
  await desk.expects('Почему возвращаем?')
  await desk.presses('край обрезан')
  await desk.expects('край обрезан')
  await desk.presses('Примечание…')
  await desk.expects('Напишите примечание')
  await colleague.inGroup(thread).says('Это я просто так пишу')
  await desk.says('Артқы беті толық көрінсін')
  await desk.expects('Артқы беті толық көрінсін')
  await desk.presses('Отправить решение')
  await desk.expects('Решение отправлено кандидату')
  await candidate.expects(/Беттің шеті кесілген[^]*Артқы беті толық көрінсін/)
  await candidate.presses(/Жеке басты куәландыратын/)
  await candidate.expects(/Жеке басты куәландыратын/)
  expect(await app.store.load(found.id)).toMatchObject({ status: 'returned', round: 2 })
  expect(await candidate.transcript()).not.toContain('просто так')
})

it('a colleague who comes second, or presses an old button, hears what is the matter', async () => {
  const { thread } = await sent('26-0103', 'i-chat-3')
  const card = (await product.sim.groupMessages(thread)).find((message) => textOf(message).includes('26-0103'))
  const take = card?.reply_markup?.inline_keyboard.flat()[0]
  if (!card || !take || !('callback_data' in take)) throw new Error('no button')
  await reviewer.inGroup(thread).presses('Взять в работу')
  await reviewer.inGroup(thread).expects('Дело у: Гүлнар')
  const late = await colleague.inGroup(thread).pressesStale(card, String(take.callback_data), 3000)
  expect(JSON.stringify(late)).toContain('Гүлнар')
  const notHis = await colleague.inGroup(thread).presses('Принять всё', { wait: 3000 })
  expect(JSON.stringify(notHis)).toContain('Решает тот, у кого дело')
})

it('a reviewer who never opened the private chat is told how, and then gets the dossier', async () => {
  const { thread } = await sent('26-0104', 'i-chat-4')
  const desk = colleague.inGroup(thread)
  await desk.presses('Взять в работу')
  await desk.expects(/Досье № 26-0104 не дошло/, { timeout: 15_000 })
  await colleague.start('staff')
  await desk.presses('Досье ещё раз')
  await settle()
  await settle()
  expect((await colleague.messages()).filter(({ document }) => document)).toHaveLength(4)
})

it('commands of the group: queue, next, help, language; a typed word stays inside', async () => {
  await sent('26-0105', 'i-chat-5')
  const general = colleague.inGroup()
  await general.says('/queue')
  await general.expects(/Свободных дел: 1[^]*26-0105/)
  await general.says('/next')
  await general.expects('Дело ваше: № 26-0105')
  await general.says('/next')
  await general.expects('Очередь пуста')
  await general.says('/help')
  await general.expects('Проверка документов')
  await general.says('/consent 26-0105')
  await general.expects('не ждёт согласия')
  await general.says('/language')
  await general.presses('Қазақша')
  await general.says('/queue')
  await general.expects('Кезекте бос іс жоқ')
  await settle()
  await settle()
  await general.says('жай сөз')
  // The card may still be drawn anew; nothing else is said.
  await general.expectsNothing(/^(?!№)\S/)
  expect(product.errors).toEqual([])
})
