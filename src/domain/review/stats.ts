import type { ReturnReason } from '../case/return-reason.ts'
import type { Status } from '../case/status.ts'
import type { RegisterRow } from './register.ts'

export type Stats = {
  total: number
  /** How many cases ever came at least so far. */
  funnel: { begun: number; sent: number; decided: number; accepted: number }
  now: Partial<Record<Status, number>>
  /** Days from the last sending to the decision, of cases decided in the last 90 days; null while there are none. */
  medianDays: number | null
  returns: [ReturnReason, number][]
  /** Professions with the most returned papers: entry id, returned papers, cases. */
  professions: [string, number, number][]
}

const DAY_MS = 86_400_000
const LOOK_BACK_DAYS = 90

/** The middle value; between the two middle ones for an even count. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function counted<K>(values: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>()
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

const most = <K>(counts: Map<K, number>): [K, number][] => [...counts].sort((a, b) => b[1] - a[1])

/** Figures over all cases that are still kept; erased ones are gone from them. Pure; `now` in epoch milliseconds. */
export function statsOf(rows: readonly RegisterRow[], now: number): Stats {
  const days = rows.flatMap(({ sentAt, decidedAt }) =>
    sentAt !== null && decidedAt !== null && decidedAt >= sentAt && decidedAt > now - LOOK_BACK_DAYS * DAY_MS ? [(decidedAt - sentAt) / DAY_MS] : [])
  const perProfession = counted(rows.flatMap(({ profession, returned }) => (profession === null ? [] : returned.map(() => profession))))
  const cases = counted(rows.flatMap(({ profession, sentAt }) => (profession === null || sentAt === null ? [] : [profession])))
  return {
    total: rows.length,
    funnel: {
      begun: rows.length, sent: rows.filter(({ sentAt }) => sentAt !== null).length,
      decided: rows.filter(({ decidedAt }) => decidedAt !== null).length, accepted: rows.filter(({ status }) => status === 'accepted' || status === 'closed').length,
    },
    now: Object.fromEntries(counted(rows.map(({ status }) => status))),
    medianDays: median(days),
    returns: most(counted(rows.flatMap(({ returned }) => returned))),
    professions: most(perProfession).slice(0, 5).map(([id, count]) => [id, count, cases.get(id) ?? 0]),
  }
}
