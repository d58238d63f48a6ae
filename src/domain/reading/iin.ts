import { isRealDay, isoDay } from './calendar.ts'
import type { Outcome } from './outcome.ts'
import { readTwelveDigits } from './twelve-digits.ts'

/** What the historic layout of an IIN suggests; both absent where the digits do not follow it. */
export type IinHints = { birth?: string; sex?: 'm' | 'f' }

/** Reads an IIN: twelve digits, blanks, dashes and words around them allowed; refuses a failing control digit. */
export function readIin(text: string): Outcome<string> {
  return readTwelveDigits(text, 'iin')
}

/**
 * Birth date and sex by the historic layout. A soft hint only, never a reason to refuse:
 * government resolution No 853 of 26 August 2013 untied the digits from personal data.
 */
export function iinHints(iin: string): IinHints {
  const marker = Number(iin[6])
  if (!/^\d{12}$/.test(iin) || marker < 1 || marker > 6) return {}
  const century = [1800, 1900, 2000][Math.ceil(marker / 2) - 1] ?? 0
  const day = { year: century + Number(iin.slice(0, 2)), month: Number(iin.slice(2, 4)), day: Number(iin.slice(4, 6)) }
  return isRealDay(day) ? { birth: isoDay(day), sex: marker % 2 === 1 ? 'm' : 'f' } : {}
}

/** The form in which an IIN is shown: only its last four digits. */
export function maskIin(iin: string): string {
  return iin.slice(-4).padStart(iin.length, '•')
}
