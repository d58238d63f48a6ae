import type { Zone } from './verdict.ts'
import { apart, sounded } from '../reading/sounded.ts'

/** What a candidate wrote that a card can confirm; dates 'YYYY-MM-DD', null where it was not told. */
export type Told = { birth: string | null; iin: string | null; idNumber: string | null; name: string | null }

export type CardField = 'birth' | 'iin' | 'idNumber' | 'name'
export type Difference = { field: CardField; card: string; told: string }

const plainNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Alike enough to be one name, however it was transliterated; one letter in four may differ, since nothing confirms names. */
const isSameName = (one: string, other: string): boolean => one === '' || other === '' || apart(one, other) <= Math.max(1, Math.floor(Math.max(one.length, other.length) / 4))

function nameDiffers(zone: Zone, name: string): boolean {
  const words = name.split(/\s+/).map(sounded).filter((word) => word !== '')
  const surname = sounded(zone.surname)
  return surname.length > 2 && words.length > 0 && !words.some((word) => isSameName(word, surname))
}

/**
 * Where a card and the answers disagree. Numbers and dates are only there when their own check digit held; of the name only
 * the surname is compared, and only a clear difference is told. Pure.
 */
export function differences(zone: Zone, told: Told): Difference[] {
  const pairs: [CardField, string | undefined, string | null][] = [['birth', zone.birth, told.birth], ['iin', zone.iin, told.iin], ['idNumber', zone.number, told.idNumber]]
  const found = pairs.flatMap(([field, card, said]): Difference[] =>
    (card === undefined || said === null || plainNumber(card) === plainNumber(said) ? [] : [{ field, card, told: said }]))
  return told.name !== null && nameDiffers(zone, told.name) ? [...found, { field: 'name', card: `${zone.surname} ${zone.given}`.trim(), told: told.name }] : found
}

export type Expiry = { day: string; when: 'expired' | 'before-exam' }

/** `exam`: the day by which it must still hold, if one is known. */
export function expiryOf(zone: Zone, { today, exam }: { today: string; exam: string | null }): Expiry | null {
  if (zone.expiry === undefined) return null
  if (zone.expiry < today) return { day: zone.expiry, when: 'expired' }
  return exam !== null && zone.expiry < exam ? { day: zone.expiry, when: 'before-exam' } : null
}
