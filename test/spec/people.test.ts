import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checklistFor } from '../../src/domain/requirements/checklist.ts'
import { isVerified } from '../../src/domain/requirements/entry.ts'
import { judge } from '../../src/domain/requirements/standing.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { readPeople } from './read-people.ts'
import { saidItems, saidStanding, sorted } from './say-result.ts'

const today = '2026-11-23'
const loaded = await loadCatalogue(join(import.meta.dirname, '../../catalogue'))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes))
const people = readPeople(loaded.catalogue)

test('the table holds at least sixty people, each told apart from the others', () => {
  expect(people.length).toBeGreaterThanOrEqual(60)
  expect(new Set(people.map(({ line }) => line['Кто'])).size).toBe(people.length)
})

test.each(people.map((person) => [`${person.line['№']}. ${person.line['Кто']}`, person] as const))('%s', (_, { line, entry, level, facts, examDate }) => {
  const standings = judge({ entry, level, facts, today, examDate })
  const items = checklistFor({ entry, level, facts })
  const said = (title: string) => line[title] ?? ''
  expect({
    applies: saidStanding(standings, 'applies'), age: saidStanding(standings, 'age'), education: saidStanding(standings, 'education'),
    experience: saidStanding(standings, 'experience'), special: saidStanding(standings, 'special'),
    required: saidItems(items, 'required'), centre: saidItems(items, 'centre-decides'), optional: saidItems(items, 'optional'), unneeded: saidItems(items, 'not-needed'),
  }).toEqual({
    applies: said('Вопрос каталога').replace(/^\w+=\w+(; )?/, '') || '—', age: said('Возраст'), education: said('Образование: подходит?'),
    experience: said('Опыт: подходит?'), special: said('Специальный документ'),
    required: sorted(said('Обязательно')), centre: sorted(said('Решает центр')), optional: sorted(said('По желанию')), unneeded: sorted(said('Не нужно')),
  })
})

test('nobody in the table is asked for a paper without a clause, or by a text nobody read', () => {
  for (const { entry, level, facts } of people) for (const item of checklistFor({ entry, level, facts })) {
    if (item.need === 'required') expect(item.clause, item.kind).not.toBeNull()
    if (item.need === 'required' && ['education', 'work', 'special'].includes(item.kind)) expect(isVerified(level)).toBe(true)
  }
})
