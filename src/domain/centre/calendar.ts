import type { Centre } from './profile.ts'

export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Whether the centre's calendar calls this `YYYY-MM-DD` a working day. */
export function isWorkingDay(calendar: Centre['calendar'], day: string): boolean {
  if (calendar.workingWeekends.includes(day)) return true
  if (calendar.holidays.includes(day)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The last day of a term of working days that starts on the day after `day` (appeal: 5; objection: 3; withdrawal: 15). */
export function afterWorkingDays(calendar: Centre['calendar'], day: string, count: number): string {
  let reached = day
  for (let left = count; left > 0;) {
    reached = dayAfter(reached)
    if (isWorkingDay(calendar, reached)) left -= 1
  }
  return reached
}

/** How many working days have passed since `day`, which itself does not count; 0 when `today` is not later. */
export function workingDaysBetween(calendar: Centre['calendar'], day: string, today: string): number {
  let count = 0
  for (let reached = day; reached < today;) {
    reached = dayAfter(reached)
    if (isWorkingDay(calendar, reached)) count += 1
  }
  return count
}
