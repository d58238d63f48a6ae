import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue, parseCatalogue } from './catalogue-files.ts'

const dir = join(import.meta.dirname, '../../catalogue')
const read = (name: string) => readFileSync(join(dir, name), 'utf8')
const shelf = () => new Map(['acts.yaml', 'industries.yaml', 'professions/electric-gas-welder.yaml'].map((name) => [name, read(name)]))

function mistakesWith(from: string, to: string) {
  const name = 'professions/electric-gas-welder.yaml'
  const loaded = parseCatalogue(shelf().set(name, read(name).replace(from, to)))
  return loaded.ok ? [] : loaded.mistakes
}

test('the catalogue of the house loads, and its version is that of its bytes', async () => {
  const loaded = await loadCatalogue(dir)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes, null, 1))
  expect(loaded.catalogue.entries.size).toBe(readdirSync(join(dir, 'professions')).length)
  expect(loaded.catalogue.version).toMatch(/^[0-9a-f]{12}$/)
  const again = await loadCatalogue(dir)
  expect(again.ok && again.catalogue.version).toBe(loaded.catalogue.version)
})

test('no level is verified without a source that was read, and none of the unread demands anything', async () => {
  const loaded = await loadCatalogue(dir)
  if (!loaded.ok) throw new Error('mistakes')
  for (const level of [...loaded.catalogue.entries.values()].flatMap((entry) => entry.levels)) {
    if (level.confidence === 'verified') expect(level.sources[0]?.readOn).toBeTruthy()
    if (level.confidence.startsWith('name')) expect([level.education.state, level.experience.state, level.special.state]).toEqual(['unread', 'unread', 'unread'])
  }
})

test('every button of the catalogue fits into callback data', async () => {
  const loaded = await loadCatalogue(dir)
  if (!loaded.ok) throw new Error('mistakes')
  for (const [id, entry] of loaded.catalogue.entries) for (const level of entry.levels) expect(`${id}:${level.id}`.length).toBeLessThan(42)
})

test('a mistyped field is named with its file and line', () => {
  expect(mistakesWith('confidence: verified', 'confidance: verified')).toContainEqual(
    expect.objectContaining({ file: 'professions/electric-gas-welder.yaml', line: 27, reason: 'mistake.unknown-key-like', values: { key: 'confidance', like: 'confidence' } }))
})

test('a wrong word is told with the words that are allowed', () => {
  const [mistake] = mistakesWith('confidence: verified', 'confidence: sure')
  expect(mistake).toMatchObject({ line: 27, reason: 'mistake.value', values: { allowed: 'verified, name-and-grade, secondary, name-only' } })
})

test('an act that no shelf holds, a strange industry, a doubled grade, a wrong file name, broken YAML: each is told', () => {
  const reasons = (from: string, to: string) => mistakesWith(from, to).map((m) => m.reason)
  expect(reasons('act: ETKS2', 'act: ETKS99')).toContain('mistake.unknown-act')
  expect(reasons('industry: repair-welding', 'industry: cooking')).toEqual(['mistake.unknown-industry'])
  expect(reasons('grades: [5]', 'grades: [4]')).toEqual(['mistake.doubled-level'])
  expect(reasons('id: electric-gas-welder', 'id: welder')).toContain('mistake.file-name')
  expect(reasons('grades: [5]', 'grades: [5')).toContain('mistake.yaml-open')
  expect(reasons('education: none', 'education: maybe')).toContain('mistake.value')
  expect(reasons('education: none', 'education: *nothing')).toContain('mistake.yaml')
})

test('the same files in another order are the same version', () => {
  const versions = [shelf(), new Map([...shelf()].reverse())].map((files) => {
    const loaded = parseCatalogue(files)
    return loaded.ok && loaded.catalogue.version
  })
  expect(versions[0]).toBe(versions[1])
})

test('whatever a file is turned into, it is read or its mistakes have lines; nothing throws', () => {
  const name = 'professions/electric-gas-welder.yaml'
  const text = read(name)
  const noise = fc.oneof(fc.string(), fc.constantFrom('- ', ': ', '{', '[', '*a', '&a ', '!!x ', '\n', '  ', '\t', '"', '<<: ', '__proto__: 1\n', '---\n', '...\n', '~', '1e999'))
  fc.assert(fc.property(fc.nat(text.length), fc.nat(30), noise, (at, gone, put) => {
    const loaded = parseCatalogue(shelf().set(name, text.slice(0, at) + put + text.slice(at + gone)))
    if (!loaded.ok) for (const mistake of loaded.mistakes) expect(mistake.line).toBeGreaterThan(0)
  }), { numRuns: 300 })
})
