import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { newId } from '../../src/lib/ids.ts'
import { readSheet } from '../../src/papers/read-sheet.ts'
import { writeSheet } from '../../src/papers/write-sheet.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { sentCase } from '../review/sent-case.ts'
import { photoOf } from '../support/photo.ts'
import { managerOf } from '../support/managing.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf, peek } from '../support/record.ts'
import { pause, until } from '../support/waiting.ts'

let product: TestProduct
let dir: string
const managers: number[] = []
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-update-'))
  product = await startProduct({ config: { managerIds: managers }, overrides: { sweepMs: 300 } })
})
afterEach(async () => {
  managers.length = 0
  await product.stop()
  await rm(dir, { recursive: true, force: true })
})

type Person = Awaited<ReturnType<TestProduct['sim']['person']>>

const manager = (): Promise<Person> => managerOf(product, managers)

/** Twelve people with a checklist: welders of the sixth grade, of others, and a case already with the staff. */
async function twelve(): Promise<Person[]> {
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => product.sim.person({ firstName: `Адам${n}`, language: n % 2 ? 'ru' : 'kk' })))
  for (const each of people) await each.start()
  const catalogue = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  if (!catalogue.ok) throw new Error('the catalogue has mistakes')
  const picture = await photoOf('ЖЕКЕ КУӘЛІК')
  await peek(product, async ({ store, vault }) => {
    const app = { store, vault, newId, catalogue: catalogue.catalogue } as unknown as App
    for (const [n, { id }] of people.entries()) {
      const level = n < 3 ? 'g6' : 'g5'
      const found = await sentCase(app, { number: `26-${String(n + 1).padStart(4, '0')}`, account: id, applicant: `i-${n}`, answers: { level, name: `Адам №${n}` }, picture })
      // The third is with the staff already; the others still collect.
      await store.save({ case: { ...found, level, lang: n % 2 ? 'ru' : 'kk', status: n === 2 ? 'sent' : 'collecting' }, expected: found.revision, update: null })
    }
  })
  return people
}

async function template(boss: Person): Promise<(string | null)[][]> {
  await boss.says('/catalogue')
  await boss.presses(/Взять шаблон/)
  await until('the template', async () => (await boss.messages()).some(({ document }) => document?.file_name?.endsWith('.xlsx')))
  const file = path.join(dir, 'template.xlsx')
  await writeFile(file, await boss.downloads((await boss.messages()).findLast(({ document }) => document !== undefined) as never))
  return readSheet(file)
}

async function sends(boss: Person, rows: (string | null)[][]): Promise<void> {
  const file = path.join(dir, 'changed.xlsx')
  await writeSheet(file, 'Qujat', rows)
  await boss.sendsFile(await readFile(file), 'changed.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}

const column = (rows: (string | null)[][], name: string): number => rows[0]?.indexOf(name) ?? -1
const rowOf = (rows: (string | null)[][], id: string, grades: string): (string | null)[] => {
  const found = rows.find((row) => row[column(rows, 'Код профессии')] === id && row[column(rows, 'Разряды')] === grades)
  if (!found) throw new Error(`no row ${id} ${grades}`)
  return found
}

it('an update that touches three of twelve people: they hear exactly what changed and why, the others nothing', { timeout: 90_000 }, async () => {
  const boss = await manager()
  const people = await twelve()
  const rows = await template(boss)
  const row = rowOf(rows, 'electric-gas-welder', '6')
  row[column(rows, 'Опыт работы')] = '2 года'
  row[column(rows, 'Центр подтвердил')] = '01.12.2026'
  await sends(boss, rows)
  const shown = await boss.expects('Что изменится')
  expect(shown.text).toContain('6 разряд · опыт работы: нет требования → 2 года')
  expect(shown.text).toContain('Затрагивает открытых дел: 3')
  expect(shown.text).toContain('им напишу: 3')
  expect((await caseOf(product, people[0]?.id ?? 0)).secret.updates).toEqual([])
  await boss.presses('Опубликовать')
  await boss.expects('Версия 2 опубликована')
  await boss.expects('Перечень изменился в делах: 3')
  const told = await people[0]?.expects('Талаптар өзгерді')
  expect(told?.text).toContain('Еңбек қызметін растайтын құжат: керек емес → міндетті')
  expect(told?.text).toContain('Жұмыс')
  await people[1]?.expects('Требования изменились')
  await people[1]?.presses('Открыть перечень')
  await people[1]?.expects('Сіздің құжаттар тізбеңіз')
  await people[2]?.expects('қала береді')
  await pause(500)
  for (const other of people.slice(3)) expect((await other.messages()).filter(({ text }) => /Талаптар өзгерді|Требования изменились/.test(text ?? ''))).toEqual([])
  const waiting = await caseOf(product, people[2]?.id ?? 0)
  expect(waiting).toMatchObject({ status: 'sent', secret: { updates: [{ version: 2, incomplete: true }] } })
  await until('the mark on the card', async () => (await product.sim.topics()).length === 1)
  const { thread = 0 } = (await product.sim.topics())[0] ?? {}
  await until('the card', async () => (await product.sim.groupMessages(thread)).some(({ text }) => text?.includes('Теперь комплект неполный')))
  // Each case says by which version it was judged, and nobody hears it twice after a restart.
  const judged = await Promise.all(people.map(async ({ id }) => (await caseOf(product, id)).catalogue))
  expect(new Set(judged).size).toBe(1)
  await product.restart()
  await pause(1500)
  expect((await people[1]?.messages() ?? []).filter(({ text }) => text?.includes('Требования изменились'))).toHaveLength(1)
  // Back to the first version: the same people hear that it is not needed any more.
  await boss.says('/catalogue')
  await boss.presses('Версии')
  await boss.presses(/Вернуть версию 1/)
  await boss.expects(/2 года → нет требования/)
  await boss.presses('Опубликовать')
  await boss.expects('Версия 3 опубликована')
  await people[1]?.expects('обязательно → не нужно')
  expect(product.errors).toEqual([])
})

it('a broken sheet: five kinds of mistakes, each by row and column in plain words, and nothing is applied', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const rows = await template(boss)
  const row = rowOf(rows, 'electric-gas-welder', '6')
  row[column(rows, 'Опыт работы')] = 'два'
  row[column(rows, 'Центр подтвердил')] = '31.02.2026'
  row[column(rows, 'Образование')] = 'институт благородных девиц'
  row[column(rows, 'Акт')] = 'ETKS99'
  const other = rowOf(rows, 'electric-gas-welder', '5')
  other[column(rows, 'Разряды')] = 'пятый'
  rows.push(rows[0]?.map((name) => (name === 'Код профессии' ? 'no-such-trade' : name === 'Разряды' ? '3' : null)) ?? [])
  await sends(boss, rows)
  const said = (await boss.expects('Ничего не применено')).text ?? ''
  const at = rows.indexOf(row) + 1
  expect(said).toContain(`Строка ${at}, столбец «Опыт работы»: опыт не читается: «два»`)
  expect(said).toContain(`Строка ${at}, столбец «Центр подтвердил»: дата не читается: «31.02.2026»`)
  expect(said).toContain(`Строка ${at}, столбец «Образование»: неизвестная ступень образования`)
  expect(said).toContain(`Строка ${at}, столбец «Акт»: нет такого акта: «ETKS99»`)
  expect(said).toContain('столбец «Разряды»: разряды не читаются: «пятый»')
  expect(said).toContain('такой профессии в каталоге нет: no-such-trade')
  await boss.sendsFile(Buffer.from('not a sheet'), 'x.xlsx', 'application/octet-stream')
  await boss.expects('Это не файл Excel')
  await boss.says('/catalogue')
  await boss.expects('№ 1')
  // Somebody who is no manager gets nothing from it.
  const other2 = await product.sim.person({ firstName: 'Бөтен', language: 'ru' })
  await other2.says('/catalogue')
  await pause(300)
  expect((await other2.messages()).some(({ text }) => text?.includes('Каталог требований'))).toBe(false)
})

it('a YAML file does as well: its mistake by line, its difference, put off to a day and taken back', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const name = 'electric-gas-welder.yaml'
  const text = await readFile(path.join(import.meta.dirname, '../../catalogue/professions', name), 'utf8')
  const at = text.lastIndexOf('experience: none')
  const with_ = (words: string): Buffer => Buffer.from(`${text.slice(0, at)}experience: ${words}${text.slice(at + 'experience: none'.length)}`)
  await boss.sendsFile(with_('maybe'), name, 'application/yaml')
  const said = await boss.expects('Ничего не применено')
  expect(said.text).toContain(`professions/${name}, строка ${text.slice(0, at).split('\n').length}: `)
  await boss.sendsFile(with_('{ state: demanded, ways: [{ months: 18 }], text: { ru: полтора года } }'), name, 'application/yaml')
  await boss.expects('нет требования → 1 год 6 месяцев')
  await boss.presses('Отложить на дату…')
  await boss.says('вчера')
  await boss.expects('начиная с завтрашнего')
  await boss.says('01.02.2047')
  await boss.expects('1 февраля 2047')
  await boss.says('/catalogue')
  await boss.presses(/В плане: 1 февраля 2047/)
  await boss.expects('Публикация назначена')
  await boss.presses('Снять с даты')
  await boss.presses('Отменить')
  await boss.expects('Ничего не изменилось')
  await boss.sendsFile(Buffer.from(text), name, 'application/yaml')
  await boss.expects('Отличий от действующих требований нет')
})
