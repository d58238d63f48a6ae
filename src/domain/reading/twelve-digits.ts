import { plainDigits, plainSpacing } from './normal.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

const firstPass = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondPass = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/**
 * The control digit for the first eleven digits; undefined where both passes give ten, as no such number is issued.
 * Source: order of the Minister of the Interior No 521 of 29 June 2023, rules for forming the IIN.
 */
export function controlDigit(eleven: string): number | undefined {
  const pass = (weights: readonly number[]): number =>
    weights.reduce((sum, weight, place) => sum + weight * Number(eleven[place]), 0) % 11
  return [pass(firstPass), pass(secondPass)].find(remainder => remainder < 10)
}

/** Reads one twelve-digit number with its control digit; refusals are `<kind>.unreadable|length|checksum`. */
export function readTwelveDigits(text: string, kind: 'iin' | 'bin'): Outcome<string> {
  const number = findNumber(text)
  if (number === '') return refuse(`${kind}.unreadable`)
  if (number.length !== 12) return refuse(`${kind}.length`, { count: number.length })
  const agrees = controlDigit(number.slice(0, 11)) === Number(number[11])
  // Twelve zeros agree with their control digit, and are what an impatient thumb types.
  return agrees && !/^0+$/.test(number) ? ok(number) : refuse(`${kind}.checksum`)
}

/** The only run of twelve, else the only group of twelve («900101 300017»), else the longest group, to be refused. */
function findNumber(text: string): string {
  const plain = plainSpacing(plainDigits(text))
  const runs = new Set(plain.match(/\d+/g)?.filter(run => run.length === 12))
  if (runs.size > 1) return [...runs].join('')
  const groups = (plain.match(/\d(?:[\s\-_./]*\d)*/g) ?? []).map(group => group.replace(/\D/g, ''))
  const candidates = new Set([...runs, ...groups.filter(group => group.length === 12)])
  if (candidates.size > 0) return [...candidates].join('')
  return groups.reduce((longest, group) => group.length > longest.length ? group : longest, '')
}
