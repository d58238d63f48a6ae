import { experience } from './experience.ts'
import type { Period } from './experience.ts'

const dayMs = 86_400_000
const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/**
 * The first day on which even the lowest reading of these jobs reaches the months, if the present job goes on.
 * Null when nobody works there now: time alone changes nothing then. Days are `YYYY-MM-DD`.
 */
export function reachedOn(periods: Period[], months: number, today: string): string | null {
  if (!periods.some((period) => period.to === null)) return null
  const enough = (days: number) => experience(periods, dayAfter(today, days)).minMonths >= months
  let [low, high] = [-1, (months + 2) * 31]
  if (!enough(high)) return null
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return dayAfter(today, high)
}
