import { isoDay, isoMonth, isRealDay } from './calendar.ts'
import { findMoments } from './moments.ts'
import type { Moment } from './moments.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/**
 * Reads one month with its year → 'YYYY-MM'; a full date gives its month.
 * Refusals: month.unreadable, missing (only a year), year-missing (only a month), future.
 */
export function readMonth(text: string, { today }: { today: string }): Outcome<string> {
  const { found, rest } = findMoments(text)
  const [moment] = found
  if (moment === undefined || found.length > 1 || /\d/.test(rest)) return refuse('month.unreadable')
  const { year, month } = moment
  if (month === undefined) return refuse('month.missing')
  if (month < 1 || month > 12) return refuse('month.unreadable')
  if (year === undefined) return refuse('month.year-missing')
  const iso = isoMonth({ year, month })
  return iso > today.slice(0, 7) ? refuse('month.future') : ok(iso)
}

/** Time worked: 'YYYY-MM', or 'YYYY-MM-DD' where the day was told, both inclusive; `to` is null for a job that goes on. */
export type Period = { from: string; to: string | null }

/** Folded words for "until now"; «бері» and "since" say it as well, «бастап» and «с мая» alone do not. */
const now = new RegExp(`(?<!\\p{L})(?:${[
  'казир', 'бугин', 'осы (?:уакыт|кун|кез|шак)', 'бери(?!\\p{L})', 'али(?!\\p{L})', 'жалгас', 'истеп (?:жур|кел|жатыр)',
  'истеймин', 'н ?[./\\\\]? ?в(?!\\p{L})', 'наст', 'сей день', 'сегодня', 'сейчас', 'сих пор', 'текущ', 'работаю',
  'present', 'now', 'today', 'current', 'since', 'still', 'to date', 'ongoing',
].join('|')})`, 'u')

/**
 * Reads "from – to" in one line; a month without a year borrows it from its neighbour («май – сентябрь 2018»).
 * Refusals: period.unreadable, year-only, one-month, reversed, future, impossible (a day the calendar does not have).
 */
export function readPeriod(text: string, { today }: { today: string }): Outcome<Period> {
  const { found, rest } = findMoments(text)
  const goesOn = now.test(rest)
  if (found.length === 0 || found.length > (goesOn ? 1 : 2) || /\d/.test(rest)) return refuse('period.unreadable')
  if (found.some(moment => moment.month === undefined)) return refuse('period.year-only')
  const [from, to] = found.map(moment => placeOf(moment, found))
  if (from === undefined || (found.length === 2 && to === undefined)) return refuse('period.unreadable')
  if (to === undefined && !goesOn) return refuse('period.one-month')
  return judge({ from, to: to ?? null }, today)
}

/** The day where it was written, else the month. */
function placeOf(moment: Moment, all: readonly Moment[]): string | undefined {
  const year = moment.year ?? all.find(other => other.year !== undefined)?.year
  const { month, day } = moment
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined
  return day === undefined ? isoMonth({ year, month }) : isoDay({ year, month, day })
}

/** A day against a month: only what both name is compared. */
const isLater = (one: string, other: string): boolean => {
  const known = Math.min(one.length, other.length)
  return one.slice(0, known) > other.slice(0, known)
}

function isReal(place: string): boolean {
  const [year = 0, month = 0, day = 1] = place.split('-').map(Number)
  return isRealDay({ year, month, day })
}

function judge(period: Period, today: string): Outcome<Period> {
  const places = [period.from, ...(period.to === null ? [] : [period.to])]
  if (!places.every(isReal)) return refuse('period.impossible')
  if (places.some(place => isLater(place, today))) return refuse('period.future')
  return period.to !== null && isLater(period.from, period.to) ? refuse('period.reversed') : ok(period)
}
