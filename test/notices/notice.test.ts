import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSheet } from '../../src/papers/read-sheet.ts'
import { managerOf, noonClock } from '../support/managing.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { accountOf } from '../support/record.ts'
import { pause, until } from '../support/waiting.ts'
import { seedPeople } from './crowd.ts'

let product: TestProduct
const managers: number[] = []
let clock: ReturnType<typeof noonClock>
beforeEach(async () => {
  clock = noonClock()
  product = await startProduct({ config: { managerIds: managers }, overrides: { clock, tendMs: 300, noticesPerSecond: 200 } })
})
afterEach(async () => { managers.length = 0; await product.stop() })

type Person = Awaited<ReturnType<TestProduct['sim']['person']>>

const manager = (): Promise<Person> => managerOf(product, managers)

async function people(count: number, more: (n: number) => object = () => ({})): Promise<Person[]> {
  const all = await Promise.all(Array.from({ length: count }, (_, n) => product.sim.person({ firstName: `Адам${n}`, language: n % 2 ? 'ru' : 'kk' })))
  for (const each of all) await each.start()
  await seedPeople(product, all.map(({ id }, n) => ({ account: id, lang: n % 2 ? 'ru' as const : 'kk' as const, ...more(n) })))
  return all
}

const heard = async (person: Person, words: string): Promise<number> => (await person.messages()).filter(({ text, caption }) => (text ?? caption ?? '').includes(words)).length

async function compose(boss: Person): Promise<void> {
  await boss.says('/notice')
  await boss.expects('черновик')
  await boss.presses('Русский')
  await boss.expects('Пришлите текст')
  await boss.says('Экзамен перенесён на <четверг>')
  await boss.expects('«Экзамен перенесён')
}

async function sendsTo(boss: Person, count: number): Promise<void> {
  await boss.presses('Отправить…')
  await boss.expects(`Получат, человек: ${count}`)
  await boss.says(String(count))
}

it('a notice goes to exactly its audience, each in their language, after the number was typed; then it is corrected and withdrawn', { timeout: 90_000 }, async () => {
  const boss = await manager()
  const all = await people(6, (n) => ({ level: n < 4 ? 'g6' : 'g5', status: n === 3 ? 'returned' : 'collecting' }))
  await compose(boss)
  await boss.presses('Қазақша')
  await boss.says('Емтихан бейсенбіге ауысты')
  await boss.expects('«Емтихан')
  await boss.presses('Ссылка…')
  await boss.says('Сайт | https://primer.kz/exam')
  await boss.expects('Сайт')
  await boss.presses('Кому…')
  await boss.presses('Разряд…')
  await boss.says('6')
  await boss.expects('Получат, человек: 4')
  await boss.presses('Готово')
  await boss.presses('Прислать мне')
  await boss.expects('Емтихан бейсенбіге ауысты')
  await boss.presses('Отправить…')
  await boss.expects('Получат, человек: 4')
  await boss.says('3')
  await boss.expects('Число не совпало')
  expect(await heard(all[0] as Person, 'Емтихан')).toBe(0)
  await boss.says('4')
  await until('the end', async () => (await boss.messages()).some(({ text }) => /завершено[^]*4 \/ 4[^]*Доставлено: 4/.test(text ?? '')))
  for (const [n, each] of all.entries()) expect(await heard(each, n % 2 ? 'на <четверг>' : 'бейсенбіге')).toBe(n < 4 ? 1 : 0)
  const got = (await (all[1] as Person).messages()).find(({ text }) => text?.includes('<четверг>'))
  expect(JSON.stringify(got?.reply_markup)).toContain('https://primer.kz/exam')
  // The report names each of them.
  await boss.presses('Отчёт (XLSX)')
  await until('the report', async () => (await boss.messages()).some(({ document }) => document?.file_name?.startsWith('notice-1')))
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-report-'))
  await writeFile(path.join(dir, 'r.xlsx'), await boss.downloads((await boss.messages()).findLast(({ document }) => document !== undefined) as never))
  const rows = await readSheet(path.join(dir, 'r.xlsx'))
  await rm(dir, { recursive: true })
  expect(rows).toHaveLength(5)
  expect(rows.slice(1).every((row) => row[3] === 'доставлено')).toBe(true)
  await boss.presses('Исправить…')
  await boss.presses('Русский')
  await boss.says('Экзамен перенесён на пятницу')
  await until('the correction', async () => (await heard(all[1] as Person, 'пятницу')) === 1)
  await until('the end of it', async () => (await boss.messages()).some(({ text }) => /завершено[^]*Исправлено: 4/.test(text ?? '')))
  expect(await heard(all[1] as Person, 'четверг')).toBe(0)
  await boss.presses('Отозвать')
  await until('the end of that', async () => (await boss.messages()).some(({ text }) => /завершено[^]*Отозвано: 4/.test(text ?? '')))
  for (const each of all.slice(0, 4)) expect(await heard(each, 'Экзамен') + await heard(each, 'Емтихан')).toBe(0)
  expect(product.errors).toEqual([])
})

it('every tenth has stopped the bot: they are retired, nobody else waits, and whoever comes back is reached again', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const all = await people(20)
  const gone = [all[3], all[13]] as Person[]
  await product.sim.faults(...gone.map(({ id }) => ({ method: 'sendMessage', chat_id: id, times: 1, error_code: 403, description: 'Forbidden: bot was blocked by the user' })))
  await compose(boss)
  await sendsTo(boss, 20)
  await until('the end', async () => (await boss.messages()).some(({ text }) => /завершено[^]*20 \/ 20[^]*Доставлено: 18\nОстановили бота: 2/.test(text ?? '')))
  expect((await accountOf(product, gone[0]?.id ?? 0))?.blocked).toBe(true)
  await gone[0]?.blocks()
  await gone[0]?.unblocks()
  await until('back', async () => (await accountOf(product, gone[0]?.id ?? 0))?.blocked === false)
  await compose(boss)
  await boss.presses('Отправить…')
  await boss.expects('Получат, человек: 19')
})

it('a storm of refusals: everything waits as long as Telegram says, and nobody gets it twice or not at all', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const all = await people(30)
  await compose(boss)
  await product.sim.faults(...Array.from({ length: 5 }, (_, n) => ({ method: 'sendMessage', chat_id: all[n * 5]?.id ?? 0, times: 2, error_code: 429, description: 'Too Many Requests: retry after 1', retry_after: 1 })))
  await sendsTo(boss, 30)
  await until('the end', async () => (await boss.messages()).some(({ text }) => /завершено[^]*30 \/ 30[^]*Доставлено: 30/.test(text ?? '')), 40_000)
  for (const each of all) expect(await heard(each, 'Экзамен')).toBe(1)
})

it('paused, going on, stopped: between any two messages; muted people hear only what concerns them', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const all = await people(40)
  const quiet = all[1] as Person
  await compose(boss)
  // Each message takes a while, so that there is something to pause.
  await product.sim.faults({ method: 'sendMessage', times: -1, delay: 120 })
  await sendsTo(boss, 40)
  await boss.presses('Пауза')
  await boss.expects('приостановлено')
  await pause(600)
  const then = (await Promise.all(all.map((each) => heard(each, 'Экзамен')))).filter((count) => count > 0).length
  await pause(800)
  expect((await Promise.all(all.map((each) => heard(each, 'Экзамен')))).filter((count) => count > 0).length).toBe(then)
  expect(then).toBeLessThan(40)
  await boss.presses('Продолжить')
  await pause(500)
  await boss.presses('Остановить')
  await boss.expects('остановлено')
  await product.sim.clearFaults()
  await pause(400)
  const last = (await Promise.all(all.map((each) => heard(each, 'Экзамен')))).filter((count) => count > 0).length
  expect(last).toBeGreaterThan(then)
  expect(last).toBeLessThan(40)
  await quiet.says('/mydata')
  await quiet.presses('Не присылать уведомления')
  await quiet.expects('Общие уведомления больше не придут')
  await compose(boss)
  await boss.presses('Отправить…')
  await boss.expects('Получат, человек: 39')
})

it('at night a notice waits for the morning, at its time it goes by itself, an urgent one at once', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const [one] = await people(1)
  // Two in the morning.
  clock.move(14 * 3600_000)
  await compose(boss)
  await sendsTo(boss, 1)
  await boss.expects('уйдёт утром, в 08:00')
  await pause(900)
  expect(await heard(one as Person, 'Экзамен')).toBe(0)
  clock.move(7 * 3600_000)
  await one?.expects('Экзамен перенесён')
  clock.move(14 * 3600_000)
  await compose(boss)
  await boss.presses('Сделать срочным')
  await sendsTo(boss, 1)
  await until('twice', async () => (await heard(one as Person, 'Экзамен')) === 2)
  // A time in the centre's own zone.
  await compose(boss)
  await boss.presses('Когда…')
  await boss.says('32.13.2026 10:00')
  await boss.expects('Время не читается')
  await boss.says('01.02.2027 10:00')
  await boss.expects('1 февраля 2027')
})
