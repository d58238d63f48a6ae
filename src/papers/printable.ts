import type { Coverage } from './font-coverage.ts'

const REPLACEMENT = '\u25a1'
const ZERO_WIDTH_SPACE = '\u200b'
const SOFT_HYPHEN = '\u00ad'
const LONGEST_WHOLE = 20
const PIECE = 12

/**
 * Makes any string safe to set: well-formed, without control characters, each letter one the font has
 * (others become `□`), and words longer than 20 signs given places to break.
 */
export function printable(text: string, covers: Coverage): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufe00-\ufe0f]/gu, (c) => (c === '\n' ? c : ''))
  const drawn = clean.replace(/[^\n]/gu, (c) => (covers(c.codePointAt(0)!) ? c : replacement(c, covers)))
  return drawn.replace(/\S{21,}/gu, breakable)
}

function replacement(char: string, covers: Coverage): string {
  // A combining mark without a glyph is dropped: its letter still reads.
  if (/\p{M}/u.test(char)) return ''
  if (/\s/u.test(char)) return ' '
  return covers(REPLACEMENT.codePointAt(0)!) ? REPLACEMENT : '?'
}

function breakable(token: string): string {
  return /^\p{L}+[.,:;!?»)]*$/u.test(token) ? hyphenable(token) : cuttable(token)
}

/** Soft hyphens between syllables: after a vowel, before a consonant that a vowel follows. */
function hyphenable(word: string): string {
  const vowels = 'аәеёиоөуүұыіэюяaeiouy'
  const syllables = new RegExp(`(?<=.{3}[${vowels}])(?=[^${vowels}][${vowels}].)`, 'giu')
  const parts = word.split(syllables)
  return parts.map((part) => (part.length > LONGEST_WHOLE ? pieces(part) : part)).join(SOFT_HYPHEN)
}

/** Addresses, numbers and the like break after punctuation without a hyphen, which would look like a part of them. */
function cuttable(token: string): string {
  return token
    .split(/(?<=[/\\?&=.,;:@_\-–—)])(?=[^/\s])/u)
    .map((part) => (part.length > PIECE ? pieces(part) : part))
    .join(ZERO_WIDTH_SPACE)
}

function pieces(part: string): string {
  const letters = [...part]
  const cut: string[] = []
  for (let i = 0; i < letters.length; i += PIECE) cut.push(letters.slice(i, i + PIECE).join(''))
  return cut.join(ZERO_WIDTH_SPACE)
}

/** The same data with every string made printable. */
export function printableAll<T>(value: T, covers: Coverage): T {
  if (typeof value === 'string') return printable(value, covers) as T
  if (Array.isArray(value)) return value.map((it) => printableAll(it, covers)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, printableAll(it, covers)])) as T
}
