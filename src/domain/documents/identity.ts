import { plainDigits, plainSpacing } from '../reading/normal.ts'
import { ok, type Outcome, refuse } from '../reading/outcome.ts'

/** Identity documents that people here hold (Labour Code, art. 32; order No 533 of 30 June 2023 on samples). */
export const idKinds = ['id-card', 'passport', 'residence-permit', 'foreign-passport', 'kandas', 'stateless', 'refugee', 'other'] as const
export type IdKind = (typeof idKinds)[number]

const OF_CITIZENSHIP: Record<string, readonly IdKind[]> = {
  kz: ['id-card', 'passport', 'other'],
  kandas: ['foreign-passport', 'residence-permit', 'kandas', 'other'],
  foreign: ['foreign-passport', 'residence-permit', 'other'],
  stateless: ['stateless', 'residence-permit', 'other'],
  refugee: ['refugee', 'foreign-passport', 'other'],
}

/** What such a person mostly shows; everything where the citizenship was not told. */
export const idKindsFor = (citizenship: string | null): readonly IdKind[] => OF_CITIZENSHIP[citizenship ?? ''] ?? idKinds

/** One page with data; everything else is a card or a booklet with two sides to show. */
export const isOnePage = (kind: IdKind | undefined): boolean => kind === 'passport' || kind === 'foreign-passport'

/** Formats that the order on samples gives; for other documents none was read, so any number is believed. */
const FORMATS: Partial<Record<IdKind, { like: RegExp; reason: string }>> = {
  'id-card': { like: /^\d{9}$/, reason: 'id-number.id-card' },
  passport: { like: /^[A-Z]\d{8}$/, reason: 'id-number.passport' },
  'residence-permit': { like: /^\d{9}$/, reason: 'id-number.residence-permit' },
}

/** The passport's letter typed on a Russian keyboard. */
const LATIN: Record<string, string> = { Н: 'N', А: 'A', В: 'B', С: 'C', Е: 'E', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X' }

/** Reads a document's number; refusals: id-number.unreadable, id-card, passport, residence-permit. */
export function readIdNumber(text: string, kind: IdKind | null): Outcome<string> {
  const plain = plainSpacing(plainDigits(text)).toUpperCase().replace(/^(?:№|N[º°O]\.?(?=\s))\s*/, '').replace(/[\s.№-]/g, '')
  const number = kind === 'passport' ? plain.replace(/^[А-Я]/, (letter) => LATIN[letter] ?? letter) : plain
  if (!/\d/.test(number) || !/^[\p{L}\d/]{3,30}$/u.test(number)) return refuse('id-number.unreadable')
  const format = kind === null ? undefined : FORMATS[kind]
  return !format || format.like.test(number) ? ok(number) : refuse(format.reason)
}
