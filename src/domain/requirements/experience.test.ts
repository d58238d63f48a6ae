import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysDecide, experience } from './experience.ts'
import type { Period } from './experience.ts'

const today = '2026-11-23'
const month = fc.tuple(fc.integer({ min: 1970, max: 2026 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)
const period: fc.Arbitrary<Period> = fc.tuple(month, fc.option(month, { nil: null })).map(([a, b]) =>
  (b === null ? { from: a, to: null } : { from: a < b ? a : b, to: a < b ? b : a }))

test('January 2020 to December 2021 is between 22 and 24 months', () => {
  expect(experience([{ from: '2020-01', to: '2021-12' }], today)).toEqual({ minMonths: 22, maxMonths: 24 })
})

test('with the days known the two readings are one', () => {
  expect(experience([{ from: '2020-01-10', to: '2022-01-09' }], today)).toEqual({ minMonths: 24, maxMonths: 24 })
})

test('two jobs at once count once', () => {
  const one = { from: '2020-01-01', to: '2020-12-31' }
  expect(experience([one, { from: '2020-06-01', to: '2021-05-31' }], today)).toEqual({ minMonths: 17, maxMonths: 17 })
  expect(experience([one, one], today)).toEqual(experience([one], today))
})

test('a present job counts up to today, a future one not at all', () => {
  expect(experience([{ from: '2024-11-24', to: null }], today)).toEqual({ minMonths: 24, maxMonths: 24 })
  expect(experience([{ from: '2027-01', to: '2028-01' }], today)).toEqual({ minMonths: 0, maxMonths: 0 })
})

test('leftover days of several jobs make a month of thirty', () => {
  const periods = [{ from: '2020-01-01', to: '2020-01-15' }, { from: '2020-03-01', to: '2020-03-15' }]
  expect(experience(periods, today).minMonths).toBe(1)
})

test('days are asked only where they would decide', () => {
  expect(daysDecide({ minMonths: 22, maxMonths: 24 }, 24)).toBe(true)
  expect(daysDecide({ minMonths: 24, maxMonths: 26 }, 24)).toBe(false)
  expect(daysDecide({ minMonths: 20, maxMonths: 22 }, 24)).toBe(false)
})

test('the lowest reading never exceeds the highest, and neither the calendar', () => {
  fc.assert(fc.property(fc.array(period, { maxLength: 8 }), (periods) => {
    const span = experience(periods, today)
    expect(span.minMonths).toBeLessThanOrEqual(span.maxMonths)
    expect(span.minMonths).toBeGreaterThanOrEqual(0)
    expect(span.maxMonths).toBeLessThanOrEqual((2027 - 1970) * 12)
  }))
})

test('the order in which jobs are told changes nothing; telling one twice neither', () => {
  fc.assert(fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (periods) => {
    const span = experience(periods, today)
    expect(experience(periods.toReversed(), today)).toEqual(span)
    expect(experience([...periods, ...periods.slice(0, 1)], today)).toEqual(span)
  }))
})

test('another job takes away at most the month that rounding of days can', () => {
  fc.assert(fc.property(fc.array(period, { maxLength: 5 }), period, (periods, more) => {
    const span = experience(periods, today)
    expect(experience([...periods, more], today).minMonths).toBeGreaterThanOrEqual(span.minMonths - 1)
  }))
})

test('whatever the days turn out to be, they lie between the two readings', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, '0'))
  fc.assert(fc.property(month, month, day, day, (a, b, first, last) => {
    const [from, to] = [a, b].sort() as [string, string]
    if (from === to) return
    const span = experience([{ from, to }], today)
    const exact = experience([{ from: `${from}-${first}`, to: `${to}-${last}` }], today)
    expect(exact.minMonths).toBe(exact.maxMonths)
    expect(exact.minMonths).toBeGreaterThanOrEqual(span.minMonths)
    expect(exact.minMonths).toBeLessThanOrEqual(span.maxMonths)
  }))
})

test('one job keeps to the calendar: thirty days of a longer month are not yet a month', () => {
  expect(experience([{ from: '2026-01-24', to: '2028-01-22' }], '2028-06-01').maxMonths).toBe(23)
  expect(experience([{ from: '2026-01-24', to: '2028-01-23' }], '2028-06-01').maxMonths).toBe(24)
})
