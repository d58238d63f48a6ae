import { plainDigits, plainSpacing } from './normal.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/**
 * Reads a phone number → E.164. Local habits first: 8 701…, 7701…, 701… are +7; elsewhere a plus is needed.
 * Refusals: phone.unreadable, length, several (two numbers: the person, not we, says which).
 */
export function readPhone(text: string): Outcome<string> {
  const plain = plainSpacing(plainDigits(text))
  const groups = plain.match(/(?:\+|(?<!\d)00(?=[1-9]))?[\s(]*\d(?:[\s().-]*\d)*/g) ?? []
  const numbers = [...new Set(groups.map(squeeze).filter(number => number.length > 4))]
  const [number] = numbers
  if (groups.length === 0) return refuse('phone.unreadable')
  if (number === undefined) return refuse('phone.length', { count: plain.replace(/\D/g, '').length })
  return numbers.length > 1 ? refuse('phone.several') : international(number)
}

/** '+77011234567' → '+7 701 123 45 67'; other countries' numbers stay as they are. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2 $3 $4')
}

/** Only the digits and a leading plus; the «(0)» of European letterheads is not dialled from abroad. */
function squeeze(group: string): string {
  return group.replace(/(?<=^\+.*)\(0\)/, '').replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+')
}

function international(number: string): Outcome<string> {
  const bare = number.replace('+', '')
  const national = nationalPart(number)
  if (national !== undefined) return /^[3-9]/.test(national) ? ok(`+7${national}`) : refuse('phone.unreadable')
  const foreign = number.startsWith('+') && !/^[07]/.test(bare)
  return foreign && bare.length >= 8 && bare.length <= 15 ? ok(number) : refuse('phone.length', { count: bare.length })
}

/** The ten digits after +7; «+8 7…» is a local slip, no country has that code. */
function nationalPart(number: string): string | undefined {
  return /^(?:\+?7|8|\+8(?=7))(\d{10})$/.exec(number)?.[1] ?? /^7\d{9}$/.exec(number)?.[0]
}
