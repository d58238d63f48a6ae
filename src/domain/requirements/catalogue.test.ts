import { expect, test } from 'vitest'
import { citation, clauseText } from './catalogue.ts'
import { sampleEntry } from './entry-samples.ts'
import { levelOf } from './entry.ts'
import { entryFileSchema } from './entry-file.ts'

test('a place in an act is said in the reader’s notation', () => {
  expect(clauseText('гл. 9, § 7–9, п. 378–384', 'kk')).toBe('9-тарау, § 7–9, 378–384-тармақ')
  expect(clauseText('ст. 26, п. 1, пп. 2', 'kk')).toBe('26-бап, 1-тармақ, 2) тармақша')
  expect(clauseText('ст. 26, п. 1, пп. 2', 'en')).toBe('art. 26, para. 1, subpara. 2')
})

test('an act the catalogue does not know is named by its id', () => {
  expect(citation({ acts: new Map() }, { act: 'X', clause: 'ст. 1' }, 'ru')).toBe('X, ст. 1')
})

test('a row of grades 3 to 5 gives three levels, and grade 6 borrows nothing from them', () => {
  const entry = sampleEntry({ grades: [3, 4, 5] })
  expect(entry.levels.map((level) => level.id)).toEqual(['g3', 'g4', 'g5'])
  expect(levelOf(entry, 'g6')).toBeUndefined()
})

test('a demand without a clause of its own stands where its row stands', () => {
  const [level] = sampleEntry({ education: { state: 'demanded', steps: ['tve'], text: { ru: 'ТиПО' } } }).levels
  expect(level?.education).toMatchObject({ clause: { act: 'ETKS2', clause: '§ 52' } })
})

test('a row whose text was not read can neither demand nor free', () => {
  const row = { grades: [2], confidence: 'name-and-grade', confirmedByCentreOn: null, education: 'none', experience: 'unread', special: 'unread', sources: [{ act: 'A', clause: 'п. 1', readOn: null }] }
  const { levels, ...rest } = sampleEntry()
  const result = entryFileSchema.safeParse({ ...rest, levels: [row] })
  expect(levels.length).toBe(1)
  expect(result.error?.issues[0]?.message).toBe('mistake.unread-row')
})
