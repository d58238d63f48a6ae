/** A day by its parts, as a person would say it. */
export type Day = { year: number; month: number; day: number }

/** Days in a month of the Gregorian calendar; 0 for a month that does not exist. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** False for the 31st of February and its like. */
export function isRealDay({ year, month, day }: Day): boolean {
  return day >= 1 && day <= daysIn(year, month)
}

/** 'YYYY-MM'; in this form months compare as strings. */
export function isoMonth({ year, month }: Omit<Day, 'day'>): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

/** 'YYYY-MM-DD'; in this form days compare as strings. */
export function isoDay(day: Day): string {
  return `${isoMonth(day)}-${String(day.day).padStart(2, '0')}`
}

/** The same day a number of years earlier; good for comparing, as 29 February is kept. */
export function yearsBefore(today: string, years: number): string {
  return `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`
}
