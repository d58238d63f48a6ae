import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { actsSchema, industriesSchema } from '../domain/requirements/catalogue.ts'
import type { Act, Catalogue, Industry } from '../domain/requirements/catalogue.ts'
import { entryFrom, entryRowsSchema } from '../domain/requirements/entry-file.ts'
import { withPrecedence } from '../domain/requirements/precedence.ts'
import { crossCheck } from './catalogue-cross-check.ts'
import type { EntryRead } from './catalogue-cross-check.ts'
import { readYaml } from './yaml-file.ts'
import type { Mistake } from './yaml-file.ts'
import type { CatalogueFiles } from '../app/ports.ts'

export type { CatalogueFiles }
export type LoadedCatalogue = { ok: true; catalogue: Catalogue; files: CatalogueFiles } | { ok: false; mistakes: Mistake[] }

/** Reads the catalogue folder: `acts.yaml`, `industries.yaml`, `professions/*.yaml`. Throws only if the folder cannot be read. */
export async function loadCatalogue(dir: string): Promise<LoadedCatalogue> {
  return parseCatalogue(await readCatalogueFiles(dir))
}

/** The files of a catalogue folder, to be kept as a version or changed one by one and parsed again. */
export async function readCatalogueFiles(dir: string): Promise<CatalogueFiles> {
  // A file called .yml is read too, to be told of: silently left out, its trade would be missed by nobody but the candidate.
  const professions = (await readdir(join(dir, 'professions'))).filter((name) => /\.ya?ml$/i.test(name))
  const names = ['acts.yaml', 'industries.yaml', ...professions.map((name) => `professions/${name}`)].sort()
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name), 'utf8')] as const))
  return new Map(files)
}

/** The same from texts in memory: a catalogue sent by a manager is tried this way before it is published. */
export function parseCatalogue(files: CatalogueFiles): LoadedCatalogue {
  const acts = readYaml('acts.yaml', files.get('acts.yaml') ?? '', actsSchema)
  const industries = readYaml('industries.yaml', files.get('industries.yaml') ?? '', industriesSchema)
  const reads = [...files].filter(([name]) => name.startsWith('professions/')).map(([name, text]) => readEntry(name, text))
  const mistakes = [acts, industries, ...reads].flatMap((read) => (read.ok ? [] : read.mistakes))
  const entries = reads.flatMap((read): EntryRead[] => (read.ok ? [read.value] : []))
  const shelves = { acts: byId<Act>(acts.ok ? acts.value : []), industries: byId<Industry>(industries.ok ? industries.value : []) }
  if (acts.ok && industries.ok) mistakes.push(...crossCheck(entries, shelves))
  if (mistakes.length) return { ok: false, mistakes: mistakes.sort(byPlace) }
  const found = entries.map((read) => withPrecedence(entryFrom(read.rows), shelves.acts))
  return { ok: true, catalogue: { version: versionOf(files), entries: byId(found), ...shelves }, files }
}

const byPlace = (a: Mistake, b: Mistake) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)

function readEntry(file: string, text: string): { ok: true; value: EntryRead } | { ok: false; mistakes: Mistake[] } {
  if (!file.endsWith('.yaml')) return { ok: false, mistakes: [{ file, line: 1, path: '', reason: 'mistake.extension', values: {} }] }
  const read = readYaml(file, text, entryRowsSchema)
  if (!read.ok) return read
  const name = basename(file, '.yaml')
  if (read.value.id === name) return { ok: true, value: { file, rows: read.value, lineOf: read.lineOf } }
  const values = { id: read.value.id, expected: name }
  return { ok: false, mistakes: [{ file, line: read.lineOf(['id']), path: 'id', reason: 'mistake.file-name', values }] }
}

const byId = <T extends { id: string }>(list: T[]): ReadonlyMap<string, T> => new Map(list.map((one) => [one.id, one]))

/** Twelve hex digits over names and bytes: the same files give the same version on every machine. */
export function versionOf(files: CatalogueFiles): string {
  const hash = createHash('sha256')
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${text}\0`)
  return hash.digest('hex').slice(0, 12)
}
