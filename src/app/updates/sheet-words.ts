import { LANGS, type Lang } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import type { Words } from '../ports.ts'

/** Columns of the sheet in which managers change requirements, in their order. */
export const COLUMNS = [
  'id', 'kk', 'ru', 'en', 'industry', 'levels', 'code', 'confidence', 'confirmed', 'age', 'education', 'specialty', 'educationText',
  'experience', 'experienceText', 'special', 'ofCandidate', 'conditions', 'act', 'clause', 'readOn', 'remove',
] as const
export type Column = (typeof COLUMNS)[number]

export const TOKENS = ['none', 'unread', 'asIs', 'yes', 'no', 'any', 'framework', 'category', 'remove'] as const
export type Token = (typeof TOKENS)[number]

/** The sheet's words: written in one language, read in all three. */
export type SheetWords = {
  head(column: Column): string
  write(token: Token): string
  is(token: Token, cell: string): boolean
  /** What stands behind a head, in any language; null for a column nobody knows. */
  column(head: string): Column | null
  /** Which of a list's ids was typed, in the words of any language. */
  among<T extends string>(group: 'step' | 'confidence', ids: readonly T[], cell: string): T | null
  say(key: string, values?: Record<string, string | number>): string
}

export const folded = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').replace(/[.:]$/, '')

/** Several words may mean the same: the locales keep them with bars between, the first is the one we write. */
const wordsOf = (text: string): string[] => text.split('|').map(folded)

export function sheetWords(words: Words, lang: Lang): SheetWords {
  const say = (in_: Lang) => (key: string, values?: Record<string, string | number>): string => plainText(words.in(in_)(key, values))
  const own = say(lang)
  const everywhere = (key: string): string[] => LANGS.flatMap((each) => wordsOf(say(each)(key)))
  const tokens = new Map(TOKENS.map((token) => [token, new Set([...everywhere(`updates.sheet.word.${token}`), token.toLowerCase()])]))
  const heads = new Map(COLUMNS.flatMap((column) => [...everywhere(`updates.sheet.column.${column}`), column.toLowerCase()].map((head) => [head, column] as const)))
  return {
    say: own,
    head: (column) => own(`updates.sheet.column.${column}`).split('|')[0] ?? column,
    write: (token) => own(`updates.sheet.word.${token}`).split('|')[0] ?? token,
    is: (token, cell) => tokens.get(token)?.has(folded(cell)) ?? false,
    column: (head) => heads.get(folded(head)) ?? null,
    among: (group, ids, cell) => ids.find((id) => folded(id) === folded(cell) || everywhere(`requirements.${group}.${id}`).includes(folded(cell))) ?? null,
  }
}
