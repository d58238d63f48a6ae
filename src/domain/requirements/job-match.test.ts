import fc from 'fast-check'
import { expect, test } from 'vitest'
import { experience } from './experience.ts'
import { atGrade, experienceIn, gradeOf, inPosition } from './job-match.ts'
import { reachedOn } from './reached-on.ts'

const today = '2026-11-23'
const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` })
const jobs = [{ position: 'Техник по ТБ', grade: '5 разряд', ...year(2020) }, { position: 'Повар', grade: '4', ...year(2021) }, { position: 'старший техник', ...year(2022) }]

test('only the jobs in the position count as the position, whatever the case of its noun', () => {
  expect(experienceIn(jobs, inPosition({ ru: 'техником без категории' }), today).minMonths).toBe(24)
  expect(experienceIn(jobs, inPosition({ ru: 'на производстве' }), today).maxMonths).toBe(0)
})

test('only the jobs at the grade or above count by grade', () => {
  expect(experienceIn(jobs, atGrade(5), today).minMonths).toBe(12)
  expect(experienceIn(jobs, atGrade(4), today).minMonths).toBe(24)
})

test('a grade is read as people write it, and two numbers are no grade', () => {
  expect(['5', '5 разряд', '6-разряд', 'IV', 'без разряда', '4-5', '12'].map(gradeOf)).toEqual([5, 5, 6, 4, 0, 0, 0])
})

test('who works now hears the day from which it is enough; who does not, hears none', () => {
  expect(reachedOn([{ from: '2026-01-24', to: null }], 24, today)).toBe('2028-01-23')
  expect(reachedOn([{ from: '2020-01-01', to: '2020-12-31' }], 24, today)).toBeNull()
  expect(reachedOn([{ from: '2020-01-01', to: null }], 24, today)).toBe(today)
})

const month = fc.tuple(fc.integer({ min: 2000, max: 2026 }), fc.integer({ min: 1, max: 11 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)

test('on the day told it is enough, the day before it is not', () => {
  fc.assert(fc.property(month, fc.integer({ min: 1, max: 120 }), (from, months) => {
    const day = reachedOn([{ from, to: null }], months, today) ?? ''
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    expect(experience([{ from, to: null }], day).minMonths).toBeGreaterThanOrEqual(months)
    if (day > today) expect(experience([{ from, to: null }], before).minMonths).toBeLessThan(months)
  }))
})

test('experience in some of the jobs is never more than in all of them', () => {
  const job = fc.record({ position: fc.constantFrom('техник', 'повар'), from: month, to: fc.constant(null) })
  fc.assert(fc.property(fc.array(job, { maxLength: 5 }), (list) => {
    expect(experienceIn(list, inPosition({ ru: 'техником' }), today).maxMonths).toBeLessThanOrEqual(experience(list, today).maxMonths)
  }))
})
