import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditList, strangersList } from '../../src/app/review/audit-list.ts'
import { recordStranger } from '../../src/app/review/access.ts'
import { exportCases } from '../../src/app/review/export-cases.ts'
import { findCases } from '../../src/app/review/find-cases.ts'
import { queueList } from '../../src/app/review/queue-list.ts'
import { statsList } from '../../src/app/review/stats-list.ts'
import { takeCase } from '../../src/app/review/take.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { sentCase } from './sent-case.ts'

let bed: DeskBed
let cases: Case[]
beforeAll(async () => {
  bed = await makeDeskBed()
  cases = []
  for (let n = 1; n <= 23; n++) cases.push(await sentCase(bed, { number: `26-${String(n).padStart(4, '0')}`, account: 500 + n, applicant: `i-${n}`, picture: bed.picture, answers: n === 7 ? { name: 'Әлімбаева Айгүл' } : {} }))
  await bed.store.indexCase(cases[6]!.id, { iin: '900101300017', phone: '+77015556677' })
})
afterAll(() => bed.end())

it('shows the queue ten cases a page, and what each colleague has', async () => {
  await takeCase(bed, by(1, cases[2]!, 'Гүлнар'))
  const first = await queueList(bed, { kind: 'free', page: 0, reviewer: 1 })
  expect(first.html).toContain('Свободных дел: 22')
  expect(first.html.match(/№/g)).toHaveLength(10)
  expect(first.buttons?.flat().map(({ text }) => text)).toEqual(['Дальше ▶', 'Мои', 'Все'])
  expect((await queueList(bed, { kind: 'free', page: 2, reviewer: 1 })).html.match(/№/g)).toHaveLength(2)
  // A page that is no longer there is the last one.
  expect((await queueList(bed, { kind: 'free', page: 90, reviewer: 1 })).html.match(/№/g)).toHaveLength(2)
  const mine = await queueList(bed, { kind: 'mine', page: 0, reviewer: 1 })
  expect(mine.html).toMatch(/Ваши дела: 1[^]*26-0003[^]*Гүлнар/)
  expect((await queueList(bed, { kind: 'mine', page: 0, reviewer: 2 })).html).toBe('У вас нет дел.')
  expect((await queueList(bed, { kind: 'all', page: 0, reviewer: 2 })).html).toContain('Все дела на проверке: 23')
})

it('a withdrawn consent stands above the queue with its last day', async () => {
  const found = (await bed.store.load(cases[4]!.id)) as Case
  const consents = found.secret.consents.map((each) => ({ ...each, withdrawnAt: Math.floor(bed.now / 1000) }))
  await bed.store.save({ case: { ...found, secret: { ...found.secret, consents } }, expected: found.revision, update: null })
  expect((await queueList(bed)).html).toMatch(/^⏰ № 26-0005 — согласие отозвано, срок: 14 декабря 2026/)
})

it('finds by number, IIN, phone and a name in another spelling; says when nobody is found', async () => {
  for (const query of ['26-0007', '№ 26-0007', '900101300017', '8 701 555 66 77', 'Алимбаева', 'alimbayeva', 'айгуль']) {
    expect((await findCases(bed, query)).html, query).toMatch(/26-0007[^]*Әлімбаева Айгүл[^]*ждёт проверки/)
  }
  expect((await findCases(bed, 'Пупкин')).html).toBe('Ничего не нашлось. Попробуйте написать иначе.')
  expect((await findCases(bed, ' ')).html).toContain('Кого ищем?')
  expect((await findCases(bed, 'Сериков')).html.match(/№/g)).toHaveLength(10)
})

it('a name is not readable in Redis, and is gone with its case', async () => {
  expect([...(await bed.store.names()).values()]).toContain('Әлімбаева Айгүл')
  await bed.store.erase(cases[6]!.id)
  expect([...(await bed.store.names()).values()]).not.toContain('Әлімбаева Айгүл')
  expect((await bed.store.register()).some(({ id }) => id === cases[6]!.id)).toBe(false)
})

it('tells figures', async () => {
  expect((await statsList(bed)).html).toMatch(/Начато: 22[^]*ждёт проверки: 21[^]*решений не было/)
})

it('tells a manager what happened to a case, the IIN masked unless asked', async () => {
  const [masked = ''] = await auditList(bed, { number: '26-0003', open: false })
  expect(masked).toMatch(/26-0003[^]*Гүлнар/)
  expect(masked).not.toContain('900101300017')
  expect((await auditList(bed, { number: '26-0003', open: true }))[0]).toContain('900101300017')
  expect(await auditList(bed, { number: '26-9999', open: false })).toEqual(['Дела с таким номером нет.'])
})

it('keeps who tried the desk without being staff', async () => {
  await recordStranger(bed, { account: 777, what: 'take', case: cases[0]!.id })
  expect((await strangersList(bed)).join('\n')).toMatch(/777 · take/)
})

it('writes a table of all sent cases for a manager alone', async () => {
  expect(await exportCases(bed, { manager: 9, open: false })).toMatchObject({ ok: true })
  const file = bed.messenger.files.at(-1)!
  expect(file).toMatchObject({ chat: 9, name: 'qujat-2026-11-23.xlsx', protect: true })
  const words = execFileSync('unzip', ['-p', file.path], { encoding: 'utf8' })
  expect(words).toContain('Сериков')
  expect(words).not.toContain('900101300017')
})

it('names are found again after a start when VAULT_KEY was changed, and cases of a version without a register are entered', async () => {
  const before = await bed.store.names()
  const id = [...before.keys()][0]!
  // A name sealed under a key nobody has, and a case that has no line: what an upgrade and a rotation leave behind.
  await bed.redis.hset('q:rn', id, Buffer.from('not openable by any key that is there'))
  await bed.redis.hdel('q:rg', id)
  expect((await bed.store.names()).has(id)).toBe(false)
  await bed.wake()
  expect((await bed.store.names()).get(id)).toBe(before.get(id))
  expect((await bed.store.register()).some((row) => row.id === id)).toBe(true)
})
