import { findMoments } from './moments.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** «93» is believed when one century alone fits. */
function shortYear(text: string, { min, last }: { min: number; last: number }): number | undefined {
  const two = /^\D*(\d\d)\D*$/.exec(text)?.[1]
  const fitting = two === undefined ? [] : [1900, 2000].map((century) => century + Number(two)).filter((year) => year >= min && year <= last)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Reads one year; a month or a whole date gives its year. Refusals: year.unreadable, future, old. */
export function readYear(text: string, { today, min }: { today: string; min: number }): Outcome<number> {
  const { found, rest } = findMoments(text)
  const last = Number(today.slice(0, 4))
  const short = found.length === 0 ? shortYear(text, { min, last }) : undefined
  const year = short ?? found[0]?.year
  if (year === undefined || found.length > 1 || (short === undefined && /\d/.test(rest))) return refuse('year.unreadable')
  if (year > last) return refuse('year.future')
  return year < min ? refuse('year.old', { min }) : ok(year)
}
