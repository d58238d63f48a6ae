import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proofKinds } from '../domain/requirements/facts.ts'
import { proofHints } from '../domain/requirements/proof-hints.ts'
import { checklistFor, type Item } from '../domain/requirements/checklist.ts'
import type { EducationFact, Facts } from '../domain/requirements/facts.ts'
import { educationLevels } from '../domain/requirements/facts.ts'
import { judge, type Standing } from '../domain/requirements/standing.ts'
import { loadCatalogue, parseCatalogue, readCatalogueFiles } from './catalogue-files.ts'

const root = join(import.meta.dirname, '../..')
const langs = ['kk', 'ru', 'en'] as const

function flat(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    (typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`)))
}
const words = new Map(langs.map((lang) => [lang, new Map(flat(JSON.parse(readFileSync(join(root, `locales/${lang}/requirements.json`), 'utf8')) as object))]))
const keys = (lang: (typeof langs)[number]) => [...(words.get(lang) ?? new Map<string, string>()).keys()]

const educations: EducationFact[][] = [[], ...educationLevels.flatMap((level) => [true, false].flatMap((finished) =>
  (['kz', 'other'] as const).map((country): EducationFact[] => [{ level, finished, country }])))]
const people: Facts[] = educations.flatMap((education) => ['1990-01-01', '2009-01-01', '2012-01-01'].map((birth): Facts => ({
  birth, education, jobs: [{ employer: 'A', position: 'B', from: '2024-01', to: null }], citizenship: 'kandas', earlier: true, initiative: 'employer', payer: 'voucher',
})))

const loaded = await loadCatalogue(join(root, 'catalogue'))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes))
const { catalogue } = loaded

test('the three languages have the same sentences', () => {
  const singular = (lang: (typeof langs)[number]) => [...new Set(keys(lang).map((key) => key.replace(/_(one|few|many|other)$/, '')))].sort()
  expect(singular('ru')).toEqual(singular('kk'))
  expect(singular('en')).toEqual(singular('kk'))
})

test('no suffix hangs on a value, in any language', () => {
  // An ordinal is written with a hyphen and a whole word: 6-разряд.
  for (const lang of langs) for (const [key, text] of words.get(lang) ?? []) expect(text, `${lang} ${key}`).not.toMatch(/\}\}(?!-разряд$)[\p{L}-]|[\p{L}]\{\{/u)
})

function said(key: string, values: object): void {
  for (const lang of langs) {
    const text = words.get(lang)?.get(key)
    expect(text, `${lang} ${key}`).toBeDefined()
    for (const [, name] of (text ?? '').matchAll(/\{\{(\w+)\}\}/g)) expect(Object.keys(values), `${lang} ${key}`).toContain(name)
  }
}

test('every reason the requirements give for anybody has its sentence, with the values it speaks of', () => {
  const seen = new Map<string, Standing | Item>()
  for (const entry of catalogue.entries.values()) for (const level of entry.levels.slice(0, 8)) for (const facts of people) {
    for (const each of [...judge({ entry, level, facts, today: '2026-11-23' }), ...checklistFor({ entry, level, facts })]) seen.set(each.reason, each)
  }
  for (const each of seen.values()) {
    said(each.reason, each.values)
    if ('change' in each && each.change) said(each.change.reason, each.change.values)
  }
  expect(seen.size).toBeGreaterThan(35)
})

test('every hint about a proof of work has its sentence', () => {
  const jobs = proofKinds.flatMap((kind) => [null, '2020-12'].flatMap((to) => [[kind], [kind, 'esutd' as const]].map((proof) => ({ employer: 'A', position: 'B', to, proof }))))
  for (const { reason, values } of proofHints(jobs)) said(reason, values)
})

test('every mistake an editor can make has its sentence, with the values it speaks of', async () => {
  const files = await readCatalogueFiles(join(root, 'catalogue'))
  const name = 'professions/safety-technician.yaml'
  const lines = (files.get(name) ?? '').split('\n')
  const slip = fc.constantFrom(() => '', (line: string) => line.replace(':', ''), (line: string) => line.replace(/[a-z]/, 'ы'), (line: string) => line.replace(/: .*/, ': 7'),
    (line: string) => line.replace(/: .*/, ': []'), (line: string) => line.replace(/: .*/, ': x'), (line: string) => `\t${line}`, (line: string) => `${line}\n${line}`, (line: string) => line.replace(/[[{"]/, ''))
  const seen = new Set<string>()
  fc.assert(fc.property(fc.nat(lines.length - 1), slip, (at, change) => {
    const loaded = parseCatalogue(new Map(files).set(name, lines.with(at, change(lines[at] ?? '')).join('\n')))
    if (!loaded.ok) for (const { reason, values } of loaded.mistakes) { seen.add(reason); said(reason, values) }
  }), { numRuns: 40 })
  expect(seen.size).toBeGreaterThan(3)
})

test('the acts of the catalogue are called the same everywhere', () => {
  for (const act of catalogue.acts.values()) for (const lang of langs) expect(words.get(lang)?.get(`act.${act.id}`)).toBe(act.names[lang])
})
