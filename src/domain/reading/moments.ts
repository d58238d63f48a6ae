import { monthOfAbbreviation, monthOfName, monthOfRoman } from './month-names.ts'
import { foldLetters } from './normal.ts'

/** A day, a month or a year found in a line, with only the parts that were written. */
export type Moment = { year?: number; month?: number; day?: number }

/** A line taken apart: what it names in time, in order, and what is left of it. */
export type Moments = { found: Moment[]; rest: string }

const longestLine = 200
const year = '(?<year>[12]\\d{3})(?!\\d)'
const full = '(?<year>(?:19|20)\\d\\d)'
const month = '(?<month>\\d{1,2})(?!\\d)'
const day = '(?<day>\\d{1,2})(?!\\d)'
const named = '@(?<month>\\d{1,2})(?!\\d)'
const between = '(?:\\s?[./,\\\\:_]{1,2}\\s?|-|\\s)'
const gap = '[\\s.,]{0,3}'
const ordinal = '(?:-?\\p{L}{1,3}(?!\\p{L}))?'
const yearWord = '(?:[\\s-]{0,2}(?:жыл\\p{L}*|год\\p{L}*|гг?|жж?|шы|ши|го|й)(?!\\p{L})\\.?){0,2}'

/** Ordered: of two readings that begin at the same place the earlier one wins. */
const patterns = new RegExp([
  `${day}${between}${month}${between}${year}`,
  `${year}[./-]${month}[./-]${day}`,
  `(?<day>\\d\\d)(?<month>\\d\\d)${full}(?!\\d)`,
  `${full}(?<month>0\\d|1[0-2])(?<day>\\d\\d)(?!\\d)`,
  `(?<month>0[1-9]|1[0-2])${full}(?!\\d)`,
  `${month}${between}${year}`,
  `(?:${day}${ordinal}${gap})?${named}${gap}(?:of )?${year}`,
  `${named}${gap}${day}${ordinal}${gap}${year}`,
  `${year}${yearWord}${gap}${named}\\s${day}${ordinal}(?![\\s./-]*\\d)`,
  `${year}${yearWord}${gap}(?:${day}${ordinal}${gap})?${named}`,
  `${year}${yearWord}${between}?${month}(?![./]\\d{4})`,
  `${named}\\s${day}${ordinal}(?![\\s./-]*\\d)`,
  `(?:${day}${ordinal}${gap})?${named}`,
  year,
].map(pattern => `(?<![\\d@])${pattern}`).join('|'), 'gu')

/** Finds days, months and years in a line of Kazakh, Russian or English; nothing is checked against the calendar. */
export function findMoments(text: string): Moments {
  const line = numberedMonths(text)
  const found = [...line.matchAll(patterns)].map(match => parts(match.groups ?? {}))
  return { found, rest: line.replace(patterns, ' | ') }
}

/**
 * The folded line with every month's name as @1 … @12, so that one set of patterns serves three languages.
 * A story is not a date: what is longer than a line comes back empty.
 */
export function numberedMonths(text: string): string {
  const line = foldLetters(text)
  return (line.length > longestLine ? '' : line)
    .replace(/(\d)\s?[./-]\s?([ivx]{1,4})\s?[./-]\s?(?=\d)/g, (all, before: string, word: string) =>
      monthOfRoman(word) ? `${before} @${monthOfRoman(word)} ` : all)
    .replace(/\p{L}+/gu, (word, at: number, line: string) => {
      const number = monthOfName(word) ?? (besideNumber(line, at, word) ? monthOfAbbreviation(word) : undefined)
      return number === undefined ? word : ` @${number} `
    })
    .replace(/(?<![\d@.,/-])(\d{1,2})(?:-?\p{L}{1,3})? (?:ай|мес)\p{L}*/gu, ' @$1 ')
    .replace(/(@\d+)[\s.]+(?:ай|мес)\p{L}*/gu, '$1')
    .replace(/(\d) (?:числ|кун)\p{L}*/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function besideNumber(line: string, at: number, word: string): boolean {
  return /\d[\s.,-]*$/.test(line.slice(0, at)) || /^[\s.,'-]*\d/.test(line.slice(at + word.length))
}

function parts(groups: Record<string, string | undefined>): Moment {
  return Object.fromEntries(Object.entries(groups)
    .filter(([, digits]) => digits !== undefined)
    .map(([part, digits]) => [part, Number(digits)]))
}
