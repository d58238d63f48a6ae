import type { Zone } from './verdict.ts'

/** What a candidate wrote that a card can confirm; dates 'YYYY-MM-DD', null where it was not told. */
export type Told = { birth: string | null; iin: string | null; idNumber: string | null; name: string | null }

export type CardField = 'birth' | 'iin' | 'idNumber' | 'name'
export type Difference = { field: CardField; card: string; told: string }

const plainNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Spellings of one sound that differ from passport to passport; Kazakh letters often typed as Russian ones become the same. */
const SOUNDS: Record<string, string> = {
  А: 'A', Ә: 'A', Б: 'B', В: 'V', Г: 'G', Ғ: 'G', Д: 'D', Е: 'E', Ё: 'E', Э: 'E', Ж: 'ZH', З: 'Z', И: 'I', І: 'I', Й: 'I', К: 'K', Қ: 'K', Л: 'L', М: 'M', Н: 'N', Ң: 'N',
  О: 'O', Ө: 'O', П: 'P', Р: 'R', С: 'S', Т: 'T', У: 'U', Ұ: 'U', Ү: 'U', Ф: 'F', Х: 'H', Һ: 'H', Ц: 'TS', Ч: 'CH', Ш: 'SH', Щ: 'SH', Ъ: '', Ы: 'Y', Ь: '', Ю: 'IU', Я: 'IA',
}

/** Letters only, as they would sound; what transliterations do differently is made alike. */
function sounded(text: string): string {
  const latin = [...text.normalize('NFC').toUpperCase()].map((letter) => SOUNDS[letter] ?? (/[A-Z]/.test(letter) ? letter : '')).join('')
  return latin.replace(/SHCH|SCH/g, 'SH').replace(/KH|GH/g, (pair) => (pair === 'KH' ? 'H' : 'G')).replace(/NG/g, 'N').replace(/DZH|DJ|J/g, 'ZH').replace(/[YJ](?=[AEOU])/g, 'I').replace(/[YI]+/g, 'I')
    .replace(/Q/g, 'K').replace(/W/g, 'U').replace(/(.)\1+/g, '$1')
}

/** Letters to change, add or leave out, up to `most`. */
function apart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]!
}

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
