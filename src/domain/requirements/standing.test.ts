import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleEntry, sampleLevel, person, vocational } from './entry-samples.ts'
import type { EducationFact, Facts } from './facts.ts'
import { educationLevels } from './facts.ts'
import { judge } from './standing.ts'
import type { Requirement } from './standing.ts'

const today = '2026-11-23'
const diploma = (more: Partial<EducationFact> = {}): EducationFact => ({ level: 'tve', finished: true, country: 'kz', ...more })
const job = (from: string, to: string | null) => ({ employer: 'Завод', position: 'Техник', from, to })

function standing(requirement: Requirement, row: Record<string, unknown>, facts: Partial<Facts> = {}, examDate?: string) {
  const found = judge({ entry: sampleEntry(row), level: sampleLevel(row), facts: person(facts), today, examDate })
    .find((s) => s.requirement === requirement)
  return `${found?.state} ${found?.reason.replace(`standing.${requirement}.`, '')}`
}

test('a welder of 36 is old enough; one of 17 goes to a person; one of 15 must wait', () => {
  expect(standing('age', {})).toBe('meets meets')
  expect(standing('age', {}, { birth: '2009-03-01' })).toBe('human minor')
  expect(standing('age', {}, { birth: '2011-03-01' })).toBe('not under-16')
})

test('who turns 18 before the exam is old enough on the exam', () => {
  expect(standing('age', {}, { birth: '2008-12-01' }, '2027-02-15')).toBe('meets meets-on-exam')
})

test('a young man hears from which day his age will fit', () => {
  const [age] = judge({ entry: sampleEntry(), level: sampleLevel(), facts: person({ birth: '2009-03-01' }), today })
  expect(age?.change).toEqual({ reason: 'standing.age.turns', values: { age: 18, date: '2027-03-01' } })
  expect(age?.clause).toEqual({ act: 'LC', clause: 'ст. 26, п. 1, пп. 2' })
})

test('where the age was not read, an adult is not told of a limit', () => {
  expect(standing('age', { age: 'unread' })).toBe('meets adult')
  expect(standing('age', { age: 'unread' }, { birth: '2009-03-01' })).toBe('human minor-unread')
})

test('a vocational diploma of Kazakhstan is enough', () => {
  expect(standing('education', { education: vocational }, { education: [diploma()] })).toBe('meets meets')
})

test('a welder with a foreign vocational diploma is sent to a human', () => {
  expect(standing('education', { education: vocational }, { education: [diploma({ country: 'other' })] })).toBe('human foreign-vocational')
})

test('a foreign university diploma needs its recognition', () => {
  expect(standing('education', { education: vocational }, { education: [diploma({ level: 'higher', country: 'other' })] })).toBe('human foreign-higher')
})

test('school alone is not enough for grade 6, and says what would change it', () => {
  expect(standing('education', { education: vocational }, { education: [diploma({ level: 'secondary' })] })).toBe('not short')
})

test('an unfinished college is not enough, but its certificate may be sent', () => {
  expect(standing('education', { education: vocational }, { education: [diploma({ finished: false })] })).toBe('not unfinished')
})

test('an engineer is above what the text names: a person confirms', () => {
  expect(standing('education', { education: vocational }, { education: [diploma({ level: 'higher' })] })).toBe('human higher')
})

test('a specialty is compared by a person', () => {
  expect(standing('education', { education: { ...vocational, inSpecialty: true } }, { education: [diploma()] })).toBe('human specialty')
})

test('short courses alone go to a person, for only the standard can let them count', () => {
  expect(standing('education', { education: vocational }, { education: [diploma({ level: 'course' })] })).toBe('human course')
})

test('an unread demand is never a refusal, and a demand nobody read in the source neither', () => {
  const unread = { confidence: 'name-and-grade', education: 'unread', experience: 'unread', special: 'unread' }
  expect(standing('education', unread)).toBe('human unread')
  expect(standing('education', { confidence: 'secondary', education: vocational }, { education: [diploma({ level: 'basic' })] })).toBe('human short-unverified')
})

const twoYears = { experience: { state: 'demanded', ways: [{ months: 24 }], text: { ru: 'не менее 2 лет' } } }

test('years are counted with both readings of the first and last month', () => {
  expect(standing('experience', twoYears, { jobs: [job('2020-01', '2022-12')] })).toBe('meets meets')
  expect(standing('experience', twoYears, { jobs: [job('2020-01', '2020-12')] })).toBe('not short')
  expect(standing('experience', twoYears, { jobs: [job('2020-01', '2021-12')] })).toBe('human days')
})

test('a named position is compared by a person, unless even all the work together is too short', () => {
  const asTechnician = { experience: { ...twoYears.experience, ways: [{ months: 24, as: { ru: 'техником' } }] } }
  expect(standing('experience', asTechnician, { jobs: [job('2010-01', null)] })).toBe('human position-alike')
  expect(standing('experience', asTechnician, { jobs: [{ ...job('2010-01', null), position: 'Повар' }] })).toBe('human position')
  expect(standing('experience', asTechnician, { jobs: [job('2026-01', null)] })).toBe('not short')
})

test('the way depends on education: a graduate needs less', () => {
  const foreman = { experience: { ...twoYears.experience, ways: [{ months: 12, education: ['higher'] }, { months: 60 }] } }
  const jobs = [job('2020-01', '2022-12')]
  expect(standing('experience', foreman, { jobs, education: [diploma({ level: 'higher' })] })).toBe('meets meets')
  expect(standing('experience', foreman, { jobs, education: [diploma()] })).toBe('not short')
})

test('a crane of the main metallurgical process is another entry', () => {
  const text = { kk: 'a', ru: 'b', en: 'c' }
  const asks = [{ id: 'crane', text, options: [{ id: 'no', text, effect: 'continue' }, { id: 'yes', text, effect: 'other-entry', entry: 'met-crane' }] }]
  const entry = sampleEntry({}, { asks })
  const level = sampleLevel()
  const [first] = judge({ entry, level, facts: person({ applies: { crane: 'yes' } }), today })
  expect(first).toMatchObject({ requirement: 'applies', state: 'human', values: { entry: 'met-crane' } })
  expect(judge({ entry, level, facts: person({ applies: { crane: 'no' } }), today })[0]?.requirement).toBe('age')
})

const fact: fc.Arbitrary<EducationFact> = fc.record({ level: fc.constantFrom(...educationLevels), finished: fc.boolean(), country: fc.constantFrom('kz', 'other') })

test('whatever is told, a level that demands nothing never says no, and a "no" always has its clause', () => {
  fc.assert(fc.property(fc.array(fact, { maxLength: 4 }), (education) => {
    expect(standing('education', {}, { education })).toBe('meets none')
    const row = { education: vocational, ...twoYears }
    const all = judge({ entry: sampleEntry(row), level: sampleLevel(row), facts: person({ education }), today })
    for (const each of all) if (each.state === 'not') expect(each.clause).not.toBeNull()
  }))
})

test('another education never makes a standing worse', () => {
  const order = ['not', 'human', 'meets']
  const state = (education: EducationFact[]) => order.indexOf(standing('education', { education: vocational }, { education }).split(' ')[0] ?? '')
  fc.assert(fc.property(fc.array(fact, { minLength: 1, maxLength: 4 }), fact, (education, more) => {
    expect(state([...education, more])).toBeGreaterThanOrEqual(state(education))
  }))
})

test('a position is compared by a person, and days that would decide are asked for too', () => {
  const asTechnician = { experience: { ...twoYears.experience, ways: [{ months: 24, as: { ru: 'техником' } }] } }
  const [found] = judge({ entry: sampleEntry(), level: sampleLevel(asTechnician), facts: person({ jobs: [job('2020-01', '2021-12')] }), today }).filter((s) => s.requirement === 'experience')
  expect(found).toMatchObject({ state: 'human', change: { reason: 'standing.experience.tell-days' } })
})

test('both halves of a contradiction are told', () => {
  const education = { state: 'contradictory', variants: [{ where: 'строка 1', steps: ['tve'], text: { ru: 'ТиПО' } }, { where: 'строка 2', steps: ['higher'], text: { ru: 'высшее' } }] }
  const found = judge({ entry: sampleEntry(), level: sampleLevel({ education }), facts: person({ education: [diploma()] }), today }).find((s) => s.requirement === 'education')
  expect(found).toMatchObject({ state: 'human', values: { where1: 'строка 1', text1: 'ТиПО', where2: 'строка 2', text2: 'высшее' } })
})
