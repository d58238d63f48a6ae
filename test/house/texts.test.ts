import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/domain/case/case.ts'
import { KEYS, uncovered, UNUSED } from './exceptions.ts'
import { literalKeys, nestedKeys, templateKeys } from './key-uses.ts'
import { expanded } from './known-keys.ts'
import { allKeys, folded, foldedKeys, formOf, formsOf, isPlural, sentences, texts } from './locale-files.ts'
import { questionIds } from './question-keys.ts'
import { hasSuffix, htmlMistake, isOnlySigns, isUntranslated, placeholders, tags } from './text-rules.ts'

const keys = [...allKeys()].sort()
const patterns = [...new Set([...templateKeys().keys(), ...nestedKeys()])]
const made = patterns.flatMap((each) => (each.includes('*') ? (expanded(each) ?? []) : [each]))
const used = new Map([...literalKeys(), ...made.map((key): [string, string] => [key, 'made'])])

describe('three languages', () => {
  it.each(LANGS)('%s has every key the others have', (lang) => {
    expect(keys.filter((key) => !foldedKeys(lang).has(key))).toEqual([])
  })
  it.each(LANGS)('%s has every plural form of its grammar, and no other', (lang) => {
    const wanted = [...new Intl.PluralRules(lang).resolvedOptions().pluralCategories].sort()
    const plural = [...new Set([...texts[lang].keys()].filter(isPlural).map(folded))]
    const forms = (key: string): string[] => [...texts[lang].keys()].filter((each) => isPlural(each) && folded(each) === key).map(formOf).sort()
    expect(plural.filter((key) => forms(key).join() !== wanted.join())).toEqual([])
  })
  it('a sentence has the same values in all of them', () => {
    const values = (lang: (typeof LANGS)[number], key: string): string => placeholders(formsOf(lang, key).join(' ')).join()
    expect(keys.filter((key) => new Set(LANGS.map((lang) => values(lang, key))).size > 1)).toEqual([])
  })
  it('a sentence has the same tags in all of them', () => {
    const shapes = (lang: (typeof LANGS)[number], key: string): string[] => formsOf(lang, key).map((text) => tags(text).join())
    expect(keys.filter((key) => new Set(LANGS.flatMap((lang) => shapes(lang, key))).size > 1)).toEqual([])
  })
  it('nothing Kazakh is Russian left as it was', () => {
    expect([...texts.kk].filter(([key, text]) => isUntranslated(text, texts.ru.get(key) ?? '')).map(([key]) => key).filter((key) => !(key in KEYS))).toEqual([])
  })
})

describe('keys', () => {
  it('every key made in the code is known here', () => {
    expect(patterns.filter((each) => each.includes('*') && expanded(each) === null)).toEqual([])
  })
  it('every key the code says exists in all three languages', () => {
    const absent = [...used].filter(([key]) => !LANGS.every((lang) => foldedKeys(lang).has(key))).map(([key]) => key)
    expect(uncovered(absent, KEYS)).toEqual([])
  })
  it('no sentence lies unused', () => {
    const help = questionIds.map((id) => `interview.${id}.help`)
    const unverified = keys.filter((key) => key.endsWith('-unverified') && used.has(key.replace(/-unverified$/, '')))
    const needed = new Set([...used.keys(), ...help, ...unverified])
    expect(keys.filter((key) => !needed.has(key) && !Object.keys(UNUSED).some((each) => key.startsWith(each)))).toEqual([])
  })
})

describe('sentences', () => {
  it('have only the HTML that Telegram takes', () => {
    expect(sentences().flatMap(([lang, key, text]) => { const wrong = htmlMistake(text); return wrong ? [`${lang}:${key} ${wrong}`] : [] })).toEqual([])
  })
  it('never hang a suffix on a value', () => {
    expect(sentences().filter(([, , text]) => hasSuffix(text)).map(([lang, key]) => `${lang}:${key}`)).toEqual([])
  })
  it('mean something without their picture', () => {
    expect(sentences().filter(([, , text]) => !text.includes('$t(') && !text.includes('{{') && isOnlySigns(text)).map(([lang, key]) => `${lang}:${key}`)).toEqual([])
  })
})
