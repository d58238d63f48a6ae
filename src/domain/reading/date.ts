import { isRealDay, isoDay, yearsBefore } from './calendar.ts'
import type { Day } from './calendar.ts'
import { findMoments, numberedMonths } from './moments.ts'
import { plainDigits } from './normal.ts'
import type { Moment } from './moments.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** Bounds of a date, 'YYYY-MM-DD', both inclusive: by default from a hundred years ago to today. */
export type DateLimits = { today: string; min?: string; max?: string }

const shortYears = [
  /^\D*(?<day>\d{1,2})[\s./,\\:_-]+(?<month>\d{1,2})[\s./,\\:_-]+'?(?<year>\d+)\D*$/,
  /^\D*(?<day>\d\d)(?<month>\d\d)(?<year>\d\d)\D*$/,
  /^[^\d@]*(?<day>\d{1,2})[^\d@]*@(?<month>\d{1,2})[^\d@]+(?<year>\d+)\D*$/,
]

/**
 * Reads a whole date in the ways people here write one; day before month.
 * Refusals: date.unreadable, year, day-missing, month-missing, impossible, future, too-old.
 */
export function readDate(text: string, limits: DateLimits): Outcome<string> {
  const { found, rest } = findMoments(text)
  const [moment] = found
  if (moment === undefined || found.length > 1 || /\d/.test(rest)) return readShortYear(text, limits)
  if (moment.year === undefined) return readShortYear(text, limits)
  return moment.day === undefined ? refusePartial(moment) : judge({ day: 0, month: 0, year: 0, ...moment }, limits)
}

/**
 * Reads a day of a known month, 'YYYY-MM' → 'YYYY-MM-DD': its number, or the whole date again.
 * Refusals: day.unreadable, impossible (no such day in that month), other-month.
 */
export function readDayOf(month: string, text: string): Outcome<string> {
  const { found, rest } = findMoments(text)
  const number = /^\D*(\d{1,2})\D*$/.exec(plainDigits(text))?.[1]
  const [moment] = found
  const day = moment?.day ?? (found.length === 0 || number !== undefined ? Number(number) : Number.NaN)
  if (Number.isNaN(day) || found.length > 1 || (moment !== undefined && /\d/.test(rest))) return refuse('day.unreadable')
  const [year = 0, ofMonth = 0] = month.split('-').map(Number)
  const told = { year: moment?.year ?? year, month: moment?.month ?? ofMonth, day }
  if (told.year !== year || told.month !== ofMonth) return refuse('day.other-month')
  return isRealDay(told) ? ok(isoDay(told)) : refuse('day.impossible')
}

function refusePartial(moment: Moment): Outcome<never> {
  if (moment.month === undefined) return refuse('date.month-missing')
  return refuse(moment.month >= 1 && moment.month <= 12 ? 'date.day-missing' : 'date.unreadable')
}

function judge(day: Day, { today, min = yearsBefore(today, 100), max = today }: DateLimits): Outcome<string> {
  if (!isRealDay(day)) return refuse('date.impossible')
  const iso = isoDay(day)
  if (iso > max) return refuse('date.future')
  return iso < min ? refuse('date.too-old') : ok(iso)
}

/** «5 мар 90» is believed when exactly one century fits the limits; otherwise the year is asked in full. */
function readShortYear(text: string, limits: DateLimits): Outcome<string> {
  const line = numberedMonths(text)
  const groups = shortYears.map(pattern => pattern.exec(line)?.groups).find(match => match !== undefined)
  if (groups?.['year']?.length !== 2) return refuse(groups || isDayAndMonth(line) ? 'date.year' : 'date.unreadable')
  const fitting = [1900, 2000, 2100]
    .map(century => ({ day: Number(groups['day']), month: Number(groups['month']), year: century + Number(groups['year']) }))
    .map(day => judge(day, limits))
    .filter(outcome => outcome.ok)
  return fitting.length === 1 && fitting[0] ? fitting[0] : refuse('date.year')
}

/** «05.03», «5 наурызда»: only the year was left out. */
function isDayAndMonth(line: string): boolean {
  return /^\D*\d{1,2}[./-]\d{1,2}\D*$/.test(line) || (/@\d/.test(line) && (line.match(/\d+/g)?.length ?? 0) <= 2)
}
