import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LANGS, type Lang } from '../../src/domain/case/case.ts'
import { ROOT } from './source-files.ts'

/** 'chat.menu.begin' → its sentence. */
export type Texts = ReadonlyMap<string, string>

const PLURAL = /_(zero|one|two|few|many|other)$/

function flat(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no text`)
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, `${key}.${name}`))
}

function read(lang: Lang): Texts {
  const folder = path.join(ROOT, 'locales', lang)
  return new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
    .flatMap((name) => flat(JSON.parse(readFileSync(path.join(folder, name), 'utf8')), path.basename(name, '.json'))))
}

export const texts: Record<Lang, Texts> = Object.fromEntries(LANGS.map((lang) => [lang, read(lang)])) as Record<Lang, Texts>

/** The key as the code knows it: without the plural form. */
export const folded = (key: string): string => key.replace(PLURAL, '')
export const isPlural = (key: string): boolean => PLURAL.test(key)
export const formOf = (key: string): string => PLURAL.exec(key)?.[1] ?? ''

export const foldedKeys = (lang: Lang): Set<string> => new Set([...texts[lang].keys()].map(folded))
export const allKeys = (): Set<string> => new Set(LANGS.flatMap((lang) => [...foldedKeys(lang)]))
export const namespaces = (): Set<string> => new Set([...allKeys()].map((key) => key.split('.')[0] ?? ''))

/** Every sentence with its language: [lang, key, text]. */
export const sentences = (): [Lang, string, string][] => LANGS.flatMap((lang) => [...texts[lang]].map(([key, text]): [Lang, string, string] => [lang, key, text]))

/** Sentences of one folded key: its plural forms, or the one sentence. */
export const formsOf = (lang: Lang, key: string): string[] => [...texts[lang]].filter(([each]) => folded(each) === key).map(([, text]) => text)
