import { controlDigit } from '../../domain/reading/twelve-digits.ts'
import type { Zone } from '../../domain/documents/verdict.ts'
import { KINDS, type Reading, spell } from './read-lines.ts'

/** Below this a place is a guess, and the field that holds it is not believed. */
const SURE = 0.5

const WEIGHTS = [7, 3, 1] as const
const valueOf = (letter: string): number => (letter === '<' ? 0 : /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 55)

/** The check digit of a field: 7, 3, 1 by turns, modulo 10. */
export const checkDigit = (text: string): number => [...text].reduce((sum, letter, n) => sum + valueOf(letter) * WEIGHTS[n % 3]!, 0) % 10

type Part = { text: string; sure: number }

/** Places `from` to before `to` of a line, as digits, letters or either. */
const part = (line: Reading, from: number, to: number, kind: keyof typeof KINDS = 'any'): Part => spell(line.slice(from, to), () => KINDS[kind])

/** Believed: every place was read well, and the digit behind it agrees. */
const holds = (field: Part, check: Part): boolean =>
  field.sure >= SURE && check.sure >= SURE && /^\d$/.test(check.text) && checkDigit(field.text) === Number(check.text)

/** YYMMDD in the century that fits: births lie behind us, expiries at most ten years back and thirty ahead. */
function dayOf(text: string, today: string, future: boolean): string | undefined {
  if (!/^\d{6}$/.test(text)) return undefined
  const [year, month, day] = [Number(text.slice(0, 2)), text.slice(2, 4), text.slice(4, 6)]
  const now = Number(today.slice(0, 4))
  const full = [1900, 2000, 2100].map((century) => century + year).filter((each) => (future ? each > now - 40 && each <= now + 30 : each <= now)).at(-1)
  const iso = `${full}-${month}-${day}`
  return full !== undefined && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso) ? iso : undefined
}

function namesOf(text: string): { surname: string; given: string } {
  const [surname = '', given = ''] = text.replace(/<+$/, '').split('<<')
  return { surname: surname.replaceAll('<', ' ').trim(), given: given.replaceAll('<', ' ').trim() }
}

/** Twelve digits whose control digit holds (order No 521 of 29 June 2023). */
function iinIn(field: Part): string | undefined {
  const digits = field.text.replaceAll('<', '')
  const agrees = /^\d{12}$/.test(digits) && controlDigit(digits.slice(0, 11)) === Number(digits[11]) && !/^0+$/.test(digits)
  return agrees && field.sure >= SURE ? digits : undefined
}

/** Kazakhstan numbers its cards with nine digits, its passports with a letter and eight (order No 533 of 30 June 2023). */
function numberIn(line: Reading, at: { from: number; passport: boolean; country: string }): Part {
  const places = line.slice(at.from, at.from + 9)
  if (at.country !== 'KAZ') return spell(places)
  return spell(places, (place) => (at.passport && place === 0 ? KINDS.letters : KINDS.digits))
}

const sexOf = ({ text, sure }: Part): 'm' | 'f' | undefined => (sure < SURE ? undefined : text === 'M' ? 'm' : text === 'F' ? 'f' : undefined)

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>

function cardZone([one, two, three]: readonly [Reading, Reading, Reading], today: string): Zone {
  const country = part(one, 2, 5, 'letters').text
  const [number, numberCheck] = [numberIn(one, { from: 5, passport: false, country }), part(one, 14, 15, 'digits')]
  const [birth, birthCheck] = [part(two, 0, 6, 'digits'), part(two, 6, 7, 'digits')]
  const [expiry, expiryCheck] = [part(two, 8, 14, 'digits'), part(two, 14, 15, 'digits')]
  return {
    format: 'TD1', country, ...namesOf(part(three, 0, 30, 'letters').text),
    ...given('number', holds(number, numberCheck) ? number.text.replaceAll('<', '') : undefined),
    ...given('birth', holds(birth, birthCheck) ? dayOf(birth.text, today, false) : undefined),
    ...given('expiry', holds(expiry, expiryCheck) ? dayOf(expiry.text, today, true) : undefined),
    ...given('sex', sexOf(part(two, 7, 8, 'letters'))), ...given('iin', iinIn(part(one, 15, 30, 'digits'))),
  }
}

function passportZone([one, two]: readonly [Reading, Reading], today: string): Zone {
  const country = part(one, 2, 5, 'letters').text
  const [number, numberCheck] = [numberIn(two, { from: 0, passport: true, country }), part(two, 9, 10, 'digits')]
  const [birth, birthCheck] = [part(two, 13, 19, 'digits'), part(two, 19, 20, 'digits')]
  const [expiry, expiryCheck] = [part(two, 21, 27, 'digits'), part(two, 27, 28, 'digits')]
  return {
    format: 'TD3', country, ...namesOf(part(one, 5, 44, 'letters').text),
    ...given('number', holds(number, numberCheck) ? number.text.replaceAll('<', '') : undefined),
    ...given('birth', holds(birth, birthCheck) ? dayOf(birth.text, today, false) : undefined),
    ...given('expiry', holds(expiry, expiryCheck) ? dayOf(expiry.text, today, true) : undefined),
    ...given('sex', sexOf(part(two, 20, 21, 'letters'))), ...given('iin', iinIn(part(two, 28, 42, 'digits'))),
  }
}

/** How much of a zone was confirmed: which of several readings of one page to believe. */
export const confirmed = (zone: Zone): number => [zone.number, zone.birth, zone.expiry, zone.iin].filter((each) => each !== undefined).length

/** The zone that the lines spell, if one of its check digits holds: three lines of 30 on a card, two of 44 in a passport. `today`: 'YYYY-MM-DD'. */
export function zoneOf(lines: readonly Reading[], today: string): Zone | null {
  const [one, two, three] = lines
  const zone = three && one && two && one.length === 30 ? cardZone([one, two, three], today) : one && two && one.length === 44 ? passportZone([one, two], today) : null
  return zone && confirmed(zone) > 0 ? zone : null
}
