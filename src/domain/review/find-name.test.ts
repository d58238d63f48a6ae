import { expect, it } from 'vitest'
import { makeNameFinder } from './find-name.ts'

const NAMES = new Map([['a', 'Сериков Серік Серікұлы'], ['b', 'Әлімбаева Айгүл'], ['c', 'Иванов Пётр Сергеевич'], ['d', 'Ұлықбек Қуанышұлы Жұмабек']])
const find = (query: string): string[] => makeNameFinder()(NAMES, query, 10)

it.each([
  ['Сериков', 'a'], ['серик', 'a'], ['Serikov', 'a'], ['алимбаева', 'b'], ['Alimbayeva', 'b'], ['айгуль', 'b'], ['Иванов Петр', 'c'], ['ivanov', 'c'],
  ['Улыкбек', 'd'], ['жумабек улыкбек', 'd'], ['Алимбаива', 'b'],
])('%s is found', (query, id) => { expect(find(query)[0]).toBe(id) })

it('finds nobody by another name, by nothing, and by signs', () => {
  for (const query of ['Петренко', '', '***', '12']) expect(find(query)).toEqual([])
})

it('follows a name that changed, and forgets one that is gone', () => {
  const finder = makeNameFinder()
  expect(finder(NAMES, 'Сериков', 5)).toEqual(['a'])
  expect(finder(new Map([['a', 'Ахметов Ерлан']]), 'Сериков', 5)).toEqual([])
  expect(finder(new Map([['a', 'Ахметов Ерлан']]), 'ахметов', 5)).toEqual(['a'])
})
