import type { RegisterRow } from './register.ts'

const DAY_MS = 86_400_000
/** A person who has not answered three times will not answer a fourth. */
const MOST = 3

/** Which recall of a returned case is due: 1 to 3, one every so many days after the decision or the person's last step; null when none is. Pure. */
export function dueRecall({ decidedAt, updatedAt }: Pick<RegisterRow, 'decidedAt' | 'updatedAt'>, { now, everyDays }: { now: number; everyDays: number }): number | null {
  if (decidedAt === null) return null
  const turn = Math.floor((now - Math.max(decidedAt, updatedAt)) / (everyDays * DAY_MS))
  return turn < 1 ? null : Math.min(turn, MOST)
}

/** Whether a moment lies between two local times 'HH:MM'. Pure. */
export function isDaytime(now: number, { timeZone, from, to }: { timeZone: string; from: string; to: string }): boolean {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(now))
  return time >= from && time < to
}
