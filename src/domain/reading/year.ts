import { findMoments } from './moments.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** Reads one year; a month or a whole date gives its year. Refusals: year.unreadable, future, old. */
export function readYear(text: string, { today, min }: { today: string; min: number }): Outcome<number> {
  const { found, rest } = findMoments(text)
  const year = found[0]?.year
  if (year === undefined || found.length > 1 || /\d/.test(rest)) return refuse('year.unreadable')
  if (year > Number(today.slice(0, 4))) return refuse('year.future')
  return year < min ? refuse('year.old', { min }) : ok(year)
}
