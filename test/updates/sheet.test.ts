import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { applySheet, type Shelves } from '../../src/app/updates/apply-sheet.ts'
import { readDay, readDuration, readLevels } from '../../src/app/updates/read-cells.ts'
import { entryRowsOf } from '../../src/app/updates/read-proposal.ts'
import { COLUMNS, type Column, sheetWords } from '../../src/app/updates/sheet-words.ts'
import { templateRows } from '../../src/app/updates/write-rows.ts'
import { LANGS } from '../../src/domain/case/case.ts'
import { canonical } from '../../src/domain/requirements/catalogue-diff.ts'
import { makeWords } from '../../src/i18n/words.ts'
import { loadCatalogue, parseCatalogue } from '../../src/storage/catalogue-files.ts'
import { plainYaml, writtenYaml } from '../../src/storage/yaml-text.ts'

const words = makeWords()
const ru = sheetWords(words, 'ru')
let shelves: Shelves
beforeAll(async () => {
  const loaded = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  if (!loaded.ok) throw new Error('the catalogue has mistakes')
  shelves = {
    entries: entryRowsOf({ parse: parseCatalogue, plain: plainYaml, yaml: writtenYaml }, loaded.files), acts: new Set(loaded.catalogue.acts.keys()),
    industries: new Map([...loaded.catalogue.industries].map(([id, { names }]) => [id, Object.values(names)])),
  }
})

/** A sheet with one line, only these cells filled. */
const sheet = (cells: Partial<Record<Column, string>>): (string | null)[][] => [COLUMNS.map(ru.head), COLUMNS.map((column) => cells[column] ?? null)]

describe('the sheet that managers fill', () => {
  it.each(LANGS)('sent back as it was handed out (%s), it changes nothing', (lang) => {
    const own = sheetWords(words, lang)
    const applied = applySheet(templateRows([...shelves.entries.values()], own), shelves, own)
    if (!applied.ok) throw new Error(JSON.stringify(applied.mistakes))
    for (const [id, entry] of applied.entries) expect(canonical(entry)).toBe(canonical(shelves.entries.get(id)))
  })

  it('is read in any language: a Kazakh sheet by a manager who reads Russian', () => {
    const applied = applySheet(templateRows([...shelves.entries.values()], sheetWords(words, 'kk')), shelves, ru)
    expect(applied.ok).toBe(true)
  })

  it('one grade of several gets demands of its own; the others keep theirs', () => {
    const applied = applySheet(sheet({ id: 'electric-gas-welder', levels: '4', confidence: 'Текст прочитан', education: 'высшее; послесреднее', experience: '1 год 6 месяцев', special: 'нет', readOn: '01.12.2026', confirmed: '01.12.2026' }), shelves, ru)
    if (!applied.ok) throw new Error(JSON.stringify(applied.mistakes))
    const levels = applied.entries.get('electric-gas-welder')?.levels ?? []
    expect(levels.map(({ grades }) => grades)).toEqual([[4], [2, 3], [5], [6]])
    expect(levels[0]).toMatchObject({ confirmedByCentreOn: '2026-12-01', education: { steps: ['higher', 'post-secondary'] }, experience: { ways: [{ months: 18 }] } })
    expect(levels[1]).toMatchObject({ experience: { state: 'unread' } })
  })

  it('a new trade needs its names, its industry and where it is written', () => {
    const applied = applySheet(sheet({ id: 'drone-pilot', levels: '3–4' }), shelves, ru)
    expect(applied).toMatchObject({ ok: false })
    const whole = applySheet(sheet({
      id: 'drone-pilot', kk: 'Дрон операторы', ru: 'Оператор дрона', en: 'Drone operator', industry: 'Горные работы', levels: '3–4', confidence: 'Текст прочитан', education: 'общее среднее', experience: 'нет',
      special: 'удостоверение', act: 'ETKS1', clause: '§ 1', readOn: '2026-11-22',
    }), shelves, ru)
    expect(whole.ok && whole.entries.get('drone-pilot')?.levels[0]).toMatchObject({ grades: [3, 4], special: { text: { ru: 'удостоверение' }, clause: { act: 'ETKS1', clause: '§ 1' } } })
  })

  it('a row is taken away, and a trade with its last row', () => {
    const applied = applySheet(sheet({ id: 'electric-gas-welder', levels: '2–5', remove: 'да' }), shelves, ru)
    expect(applied).toMatchObject({ ok: false, mistakes: [{ reason: 'nothingToRemove', row: 2 }] })
    const one = applySheet(sheet({ id: 'electric-gas-welder', levels: '5', remove: 'да' }), shelves, ru)
    expect(one.ok && one.entries.get('electric-gas-welder')?.levels.map(({ grades }) => grades)).toEqual([[2, 3, 4], [6]])
  })

  it('says in one go what is wrong, and refuses a sheet without its columns', () => {
    expect(applySheet([['Имя', 'Стаж']], shelves, ru)).toMatchObject({ ok: false })
    expect(applySheet([...sheet({ id: 'electric-gas-welder', levels: '6' }), COLUMNS.map((column) => (column === 'id' ? 'electric-gas-welder' : column === 'levels' ? '6' : null))], shelves, ru))
      .toMatchObject({ ok: false, mistakes: [{ row: 3, reason: 'twice', values: { other: '2' } }] })
  })
})

it.each([['2 года', 24], ['2 года 6 месяцев', 30], ['18 мес.', 18], ['2 жыл 6 ай', 30], ['1 year', 12], ['не менее 3 лет', 36], ['два', null], ['2', null], ['', null]])('experience “%s” is %s months', (cell, months) => {
  expect(readDuration(cell)).toMatchObject(months === null ? { ok: false } : { ok: true, value: months })
})

it.each([['3, 4, 5', { grades: [3, 4, 5] }], ['2–4', { grades: [2, 3, 4] }], ['6 разряд', { grades: [6] }], ['ОРК 4.1 II', { framework: '4.1', category: 'II' }], ['4.1', { framework: '4.1' }], ['категория II', { category: 'II' }], ['без разряда', {}], ['9', null]])('levels “%s”', (cell, levels) => {
  const read = readLevels(cell, ru)
  if (levels === null) expect(read.ok).toBe(false)
  else expect(read).toEqual({ ok: true, value: levels })
})

it('days are read as people and as Excel write them, and must exist', () => {
  expect([readDay('1.12.2026'), readDay('2026-12-01')]).toMatchObject([{ value: '2026-12-01' }, { value: '2026-12-01' }])
  expect(readDay('31.02.2026').ok).toBe(false)
})
