import { expect, it } from 'vitest'
import type { RegisterRow } from './register.ts'
import { median, statsOf } from './stats.ts'

const DAY = 86_400_000
const row = (more: Partial<RegisterRow>): RegisterRow => ({
  id: 'x', status: 'interview', number: null, profession: 'welder', level: null, account: 1, reviewer: null, createdAt: 0, updatedAt: 0, sentAt: null, decidedAt: null, returned: [], withdrawnAt: null, examDay: null, catalogue: null, lang: 'kk', branch: null, ...more,
})

it('knows the middle of nothing, of one, of two and of three', () => {
  expect([[], [4], [4, 1], [9, 1, 2]].map(median)).toEqual([null, 4, 2.5, 2])
})

it('counts how far cases came, how long decisions took and what went back', () => {
  const rows = [
    row({}), row({ status: 'sent', sentAt: DAY }), row({ status: 'accepted', sentAt: DAY, decidedAt: 4 * DAY, returned: ['cut'] }),
    row({ status: 'returned', sentAt: 2 * DAY, decidedAt: 3 * DAY, returned: ['cut', 'wrong'], profession: 'crane' }),
    // Sent again after its decision: nothing is decided on that yet.
    row({ status: 'sent', sentAt: 6 * DAY, decidedAt: 5 * DAY }),
  ]
  const stats = statsOf(rows, 10 * DAY)
  expect(stats.funnel).toEqual({ begun: 5, sent: 4, decided: 3, accepted: 1 })
  expect(stats.medianDays).toBe(2)
  expect(stats.returns).toEqual([['cut', 2], ['wrong', 1]])
  expect(stats.professions).toEqual([['crane', 2, 1], ['welder', 1, 3]])
  expect(statsOf(rows, 200 * DAY).medianDays).toBeNull()
})
