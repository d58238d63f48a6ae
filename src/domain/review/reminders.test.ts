import { expect, it } from 'vitest'
import { workingDaysBetween } from '../centre/calendar.ts'
import { dueRecall, isDaytime } from './reminders.ts'

const DAY = 86_400_000

it('recalls after three, six and nine days without an answer, then no more', () => {
  const at = (days: number) => dueRecall({ decidedAt: 0, updatedAt: 0 }, { now: days * DAY, everyDays: 3 })
  expect([0, 2.9, 3, 6, 9, 40].map(at)).toEqual([null, null, 1, 2, 3, 3])
  expect(dueRecall({ decidedAt: 0, updatedAt: 5 * DAY }, { now: 6 * DAY, everyDays: 3 })).toBeNull()
  expect(dueRecall({ decidedAt: null, updatedAt: 0 }, { now: 60 * DAY, everyDays: 3 })).toBeNull()
})

it('knows day and night where the centre is', () => {
  const hours = { timeZone: 'Asia/Almaty', from: '09:00', to: '19:00' }
  expect(isDaytime(Date.parse('2026-11-28T05:00:00Z'), hours)).toBe(true)
  expect(isDaytime(Date.parse('2026-11-28T03:59:00Z'), hours)).toBe(false)
  expect(isDaytime(Date.parse('2026-11-28T14:00:00Z'), hours)).toBe(false)
})

it('counts working days over a weekend and a holiday', () => {
  const calendar = { holidays: ['2026-12-01'], workingWeekends: [] }
  expect(workingDaysBetween(calendar, '2026-11-27', '2026-11-30')).toBe(1)
  expect(workingDaysBetween(calendar, '2026-11-27', '2026-12-02')).toBe(2)
  expect(workingDaysBetween(calendar, '2026-11-27', '2026-11-27')).toBe(0)
})
