import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWorkingDays, isWorkingDay } from './calendar.ts'

const calendar = { holidays: ['2026-12-16'], workingWeekends: ['2026-12-19'] }

test('five working days from Friday 11 December 2026 pass over the holiday and count the working Saturday', () => {
  expect(afterWorkingDays(calendar, '2026-12-11', 5)).toBe('2026-12-19')
  expect(afterWorkingDays({ holidays: [], workingWeekends: [] }, '2026-12-11', 5)).toBe('2026-12-18')
})

test('a term always ends on a working day', () => {
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
    expect(isWorkingDay(calendar, afterWorkingDays(calendar, from, count))).toBe(true)
  }))
})
