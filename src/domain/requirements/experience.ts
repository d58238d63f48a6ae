/** `YYYY-MM`, or `YYYY-MM-DD` where the days were asked; `to: null` = works there now. */
export type Period = { from: string; to: string | null }

/** Lowest and highest experience the same words can mean: the first and last day of a job are often unknown. */
export type Span = { minMonths: number; maxMonths: number }

type Interval = { start: number; end: number } // days since 1970, end excluded

const dayMs = 86_400_000
const dayNumber = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / dayMs

/** First and last day the words allow: `2020-03` is the 1st to the 31st of March, `2020-03-09` is itself. */
function bounds(text: string): { first: number; last: number } {
  const [year = 0, month = 1, day] = text.split('-').map(Number)
  if (day) return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) }
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 1) - 1 }
}

function intervals(period: Period, today: number): { least: Interval; most: Interval } {
  const from = bounds(period.from)
  const to = period.to === null ? { first: today, last: today } : bounds(period.to)
  return {
    least: { start: from.last, end: Math.min(to.first, today) + 1 },
    most: { start: from.first, end: Math.min(to.last, today) + 1 },
  }
}

/** Time of two jobs held at once counts once. */
export function merge(list: Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const next of list.filter((i) => i.end > i.start).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end)
    else merged.push({ ...next })
  }
  return merged
}

/** Whole calendar months, then the days left over. */
function length({ start, end }: Interval): { months: number; days: number } {
  const a = new Date(start * dayMs)
  const b = new Date(end * dayMs)
  let months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  if (b.getUTCDate() < a.getUTCDate()) months -= 1
  const anchor = dayNumber(a.getUTCFullYear(), a.getUTCMonth() + 1 + months, a.getUTCDate())
  return { months, days: Math.max(0, end - anchor) }
}

/** Months of the merged time; leftover days of several jobs add up, thirty to a month, as personnel offices count. One job keeps to the calendar. */
function months(list: Interval[]): number {
  const lengths = merge(list).map(length)
  const days = lengths.length > 1 ? lengths.reduce((sum, l) => sum + l.days, 0) : 0
  return lengths.reduce((sum, l) => sum + l.months, 0) + Math.floor(days / 30)
}

/** Experience of these periods together, up to and with `today`; overlaps once, the future not at all. */
export function experience(periods: Period[], today: string): Span {
  const day = bounds(today).first
  const all = periods.map((period) => intervals(period, day))
  const minMonths = months(all.map((i) => i.least))
  return { minMonths, maxMonths: Math.max(minMonths, months(all.map((i) => i.most))) }
}

/** Whether the days of a job would decide: the demand lies between the lowest and the highest reading. */
export function daysDecide(span: Span, months: number): boolean {
  return span.minMonths < months && span.maxMonths >= months
}
