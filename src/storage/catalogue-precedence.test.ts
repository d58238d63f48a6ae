import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { levelOf } from '../domain/requirements/entry.ts'
import { parseCatalogue } from './catalogue-files.ts'

const dir = join(import.meta.dirname, '../../catalogue')
const name = 'professions/electric-gas-welder.yaml'
const file = (each: string) => readFileSync(join(dir, each), 'utf8')
const parse = (text: string) => parseCatalogue(new Map([['acts.yaml', file('acts.yaml')], ['industries.yaml', file('industries.yaml')], [name, text]]))

/** The welder of grade 5 by a professional standard, beside the row of the ЕТКС that demands nothing. */
const byStandard = (act = 'PS-BIOT', clause = '') => `${file(name)}
  - grades: [5]
    confidence: verified
    confirmedByCentreOn: 2026-12-01
    education: { state: demanded, steps: [tve], text: { ru: ТиПО }${clause} }
    experience: none
    special: none
    sources:
      - { act: ${act}, clause: карточка профессии, readOn: 2026-11-30 }
`

test('the professional standard prevails; the requirements it stands before are kept to be shown', () => {
  const loaded = parse(byStandard())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes))
  const entry = loaded.catalogue.entries.get('electric-gas-welder')
  const level = entry && levelOf(entry, 'g5')
  expect(entry?.levels.filter(({ id }) => id === 'g5')).toHaveLength(1)
  expect(level?.education).toMatchObject({ state: 'demanded', clause: { act: 'PS-BIOT' } })
  expect(level?.instead?.map(({ act }) => act)).toEqual(['ETKS2'])
})

test('the day of reading and the day of the centre’s confirmation are two facts, both kept', () => {
  const loaded = parse(byStandard())
  const level = loaded.ok ? loaded.catalogue.entries.get('electric-gas-welder')?.levels.find(({ id }) => id === 'g5') : undefined
  expect([level?.confirmedByCentreOn, level?.sources[0]?.readOn]).toEqual(['2026-12-01', '2026-11-30'])
})

test('two rows of the same rank for one grade are a slip, not a precedence', () => {
  const loaded = parse(byStandard('KS'))
  expect(loaded.ok ? [] : loaded.mistakes.map(({ reason }) => reason)).toEqual(['mistake.doubled-level'])
})

test('a row that names a standard may not demand by the requirements', () => {
  const loaded = parse(byStandard('PS-BIOT', ', clause: { act: ETKS2, clause: § 52 }'))
  expect(loaded.ok ? [] : loaded.mistakes).toMatchObject([{ reason: 'mistake.standard-first', values: { act: 'ETKS2', standard: 'PS-BIOT' } }])
})

test('"read in the source" without a day of reading is told', () => {
  const loaded = parse(file(name).replaceAll('readOn: 2026-11-22', 'readOn: null'))
  expect(loaded.ok ? [] : loaded.mistakes.map(({ reason }) => reason)).toContain('mistake.verified-unread')
})

test('an act that no shelf holds is told on the line where it is cited', () => {
  const text = file(name).replace('act: ETKS2', 'act: ETKS99')
  const loaded = parse(text)
  const line = text.slice(0, text.indexOf('act: ETKS99')).split('\n').length
  expect(loaded.ok ? [] : loaded.mistakes).toMatchObject([{ reason: 'mistake.unknown-act', line }])
})

test('a contradiction inside a source is shown with both its places', () => {
  const entry = parseCatalogue(new Map(['acts.yaml', 'industries.yaml', 'professions/safety-technician.yaml'].map((each) => [each, file(each)])))
  const level = entry.ok ? entry.catalogue.entries.get('safety-technician')?.levels.find(({ id }) => id === 'l4.2') : undefined
  expect(level?.education).toMatchObject({ state: 'contradictory', variants: [{ where: 'строка ЕТКС/КС' }, { where: 'строка об образовании' }] })
})
