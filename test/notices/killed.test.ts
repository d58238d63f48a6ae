import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBotProcess } from '../support/bot-process.ts'
import { peek } from '../support/record.ts'
import { pause, until } from '../support/waiting.ts'
import { seedPeople } from './crowd.ts'

const PEOPLE = 2000
const MANAGER = 400_000_001
const FIRST = 600_000_000
const people = Array.from({ length: PEOPLE }, (_, n) => FIRST + n)

let bot: Awaited<ReturnType<typeof startBotProcess>>
beforeAll(async () => {
  bot = await startBotProcess({
    env: { MANAGER_IDS: String(MANAGER), NOTICES_PER_SECOND: '250' },
    persons: [{ id: MANAGER, first_name: 'Басшы', staff: 'member', started: true }, ...people.map((id) => ({ id, first_name: 'Адам', started: true }))],
  })
})
afterAll(() => bot.stop())

it('killed five times during a notice to 2,000 people: nobody is left out, at most one message a kill comes twice', { timeout: 120_000 }, async () => {
  const boss = await bot.sim.person({ id: MANAGER, language: 'ru', staff: 'member' })
  await seedPeople(bot, people.map((account) => ({ account })))
  await boss.start('x')
  await boss.presses(/Русский/)
  await boss.says('/notice')
  await boss.presses('Русский')
  await boss.expects('Пришлите текст')
  await boss.says('Экзамен перенесён')
  // Whatever hour it is here.
  await boss.presses('Сделать срочным')
  await boss.presses('Отправить…')
  await boss.expects(`Получат, человек: ${PEOPLE}`)
  await boss.says(String(PEOPLE))
  const delivered = async (): Promise<number> => peek(bot, async ({ notices }) => { const [one] = await notices.recent(1); return one ? (await notices.tally({ notice: one.notice.id, run: 0 })).delivered : 0 })
  for (let kill = 1; kill <= 5; kill++) {
    await until(`some were sent before kill ${kill}`, async () => (await delivered()) >= kill * 250, 30_000)
    await pause(kill * 7)
    await bot.kill9()
    bot.open()
  }
  await until('the end', async () => (await boss.messages()).some(({ text }) => new RegExp(`завершено[^]*${PEOPLE} / ${PEOPLE}`).test(text ?? '')), 60_000)
  const received = (await bot.sim.log()).filter(({ method, params }) => method === 'sendMessage' && JSON.stringify(params).includes('Экзамен перенесён') && Number((params as { chat_id?: unknown }).chat_id) >= FIRST)
  const times = new Map<number, number>()
  for (const { params } of received) { const chat = Number((params as { chat_id?: unknown }).chat_id); times.set(chat, (times.get(chat) ?? 0) + 1) }
  expect(times.size).toBe(PEOPLE)
  const twice = [...times.values()].filter((count) => count > 1)
  expect(twice.every((count) => count === 2)).toBe(true)
  expect(twice.length).toBeLessThanOrEqual(5)
  // The ledger says the same as the platform.
  expect(await delivered()).toBe(PEOPLE)
})
