import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSearch } from '../../src/domain/requirements/search.ts'
import { toLatin } from '../../src/domain/reading/keyboard.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { distractors, queries, together } from './catalogue-of-many.ts'

const loaded = await loadCatalogue(join(import.meta.dirname, '../../catalogue'))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes))
const many = together(loaded.catalogue.entries.values(), distractors())
const search = makeSearch(many)
const asked = queries()

const firstThree = (query: string) => search(query, 3).map((found) => found.entry.id)

test('the fixture is as large as it says: 200 queries and more, over 300 entries and more, each query’s entry being there', () => {
  expect(asked.length).toBeGreaterThanOrEqual(200)
  expect(many.entries.size).toBeGreaterThanOrEqual(300)
  expect(asked.filter(({ entry }) => !loaded.catalogue.entries.has(entry))).toEqual([])
})

test('what people type finds their trade among the first three', () => {
  const missed = asked.filter(({ query, entry }) => !firstThree(query).includes(entry)).map(({ query, entry }) => `${query} → ${entry}, found: ${firstThree(query).join(', ')}`)
  expect(missed).toEqual([])
})

const real = [...loaded.catalogue.entries.values()]
const withoutKazakh = (text: string) => text.replace(/[әғқңөұүһі]/gi, (letter) => 'агкноуухи'['әғқңөұүһі'.indexOf(letter.toLowerCase())] ?? letter)
const share = (typed: (name: string) => string, lang: 'kk' | 'ru') => real.filter((entry) => firstThree(typed(entry.names[lang])).includes(entry.id)).length / real.length

test('every trade is found by its own name, in Kazakh without Kazakh letters, and on a keyboard left in another language', () => {
  for (const lang of ['kk', 'ru'] as const) {
    expect(share((name) => name, lang)).toBe(1)
    expect(share(withoutKazakh, lang)).toBe(1)
    expect(share((name) => toLatin(name), lang)).toBeGreaterThanOrEqual(0.97)
  }
})

test('a letter left out, doubled or swapped, wherever it is, hides at most three trades of a hundred', () => {
  for (const at of [1, 3, 5, 7]) {
    expect(share((name) => name.slice(0, at) + name.slice(at + 1), 'ru')).toBeGreaterThanOrEqual(0.97)
    expect(share((name) => name.slice(0, at + 1) + name.slice(at), 'kk')).toBeGreaterThanOrEqual(0.97)
    expect(share((name) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2), 'ru')).toBeGreaterThanOrEqual(0.97)
  }
})

test('a trade nobody recognises finds nothing, however it is typed', () => {
  const here = makeSearch(loaded.catalogue)
  for (const query of ['повар', 'бухгалтер', 'врач', 'бариста', 'программист', 'қанша тұрады?', 'не знаю', '...', 'й'.repeat(4000)]) expect(here(query, 3)).toEqual([])
})
