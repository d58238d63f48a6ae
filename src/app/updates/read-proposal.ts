import { readFile } from 'node:fs/promises'
import type { Lang } from '../../domain/case/case.ts'
import { entryRowsSchema, type EntryRows } from '../../domain/requirements/entry-file.ts'
import { canonical } from '../../domain/requirements/catalogue-diff.ts'
import type { CatalogueFiles, CatalogueVersions, Mistake, Words } from '../ports.ts'
import { laidOver } from './laid-over.ts'
import { applySheet, type Shelves } from './apply-sheet.ts'
import { type Column, type SheetWords, sheetWords } from './sheet-words.ts'

/** The part of the desk that a command line has too. */
export type Reading = { versions: Pick<CatalogueVersions, 'parse' | 'plain' | 'yaml'>; words: Words; readSheet(path: string): Promise<(string | null)[][]> }
export type ReadFile = { ok: true; files: Record<string, string | null> } | { ok: false; lines: string[] }

const PROFESSION = 'professions/'

/** The professions of a version, as their files have them. */
export function entryRowsOf(versions: Reading['versions'], files: CatalogueFiles): Map<string, EntryRows> {
  const entries = new Map<string, EntryRows>()
  for (const [name, text] of files) {
    const parsed = name.startsWith(PROFESSION) ? entryRowsSchema.safeParse(versions.plain(text)) : null
    if (parsed?.success) entries.set(parsed.data.id, parsed.data)
  }
  return entries
}

function shelvesOf(reading: Reading, files: CatalogueFiles): Shelves {
  const parsed = reading.versions.parse(files)
  if (!parsed.ok) throw new Error('the catalogue in force cannot be read')
  return {
    entries: entryRowsOf(reading.versions, files), acts: new Set(parsed.catalogue.acts.keys()),
    industries: new Map([...parsed.catalogue.industries].map(([id, { names }]) => [id, Object.values(names)])),
  }
}

/** Where a mistake of the checked file stands in the sheet: `levels.2.education.steps` is the line of that row, column "education". */
const COLUMN_OF: Record<string, Column> = {
  education: 'education', experience: 'experience', special: 'special', sources: 'act', confidence: 'confidence', confirmedByCentreOn: 'confirmed', grades: 'levels', framework: 'levels',
  age: 'age', code: 'code', conditions: 'conditions', names: 'ru', industry: 'industry', id: 'id',
}

function sheetPlace(mistake: Mistake, rowOf: ReadonlyMap<string, (number | null)[]>): { row: number; column: Column } | null {
  const rows = rowOf.get(mistake.file.slice(PROFESSION.length).replace(/\.yaml$/, ''))
  const [head = '', at = '', field = ''] = mistake.path.split('.')
  const row = head === 'levels' ? rows?.[Number(at)] : rows?.find((each) => each !== null)
  return row === null || row === undefined ? null : { row, column: COLUMN_OF[head === 'levels' ? field : head] ?? 'levels' }
}

/** "Row 5, column «Стаж»: …"; rows as Excel counts them. */
function cellLine(words: SheetWords, { row, column }: { row: number; column: Column }, text: string): string {
  return words.say('updates.sheet.at', { row, column: words.head(column), text })
}

export const mistakeLine = (words: SheetWords, { file, line, reason, values }: Mistake): string => words.say('updates.fileAt', { file, line, text: words.say(`requirements.${reason}`, values) })

async function fromSheet(reading: Reading, inForce: CatalogueFiles, { path, words }: { path: string; words: SheetWords }): Promise<ReadFile> {
  const rows = await reading.readSheet(path).catch(() => null)
  if (rows === null) return { ok: false, lines: [words.say('updates.sheet.unreadable')] }
  if (rows.length > 5000) return { ok: false, lines: [words.say('updates.sheet.tooLong')] }
  const shelves = shelvesOf(reading, inForce)
  const applied = applySheet(rows, shelves, words)
  if (!applied.ok) return { ok: false, lines: applied.mistakes.map((each) => cellLine(words, each, words.say(`updates.sheet.mistake.${each.reason}`, { ...each.values, column: words.head(each.column) }))) }
  const files: Record<string, string | null> = {}
  for (const [id] of applied.rowOf) {
    const entry = applied.entries.get(id)
    if (!entry) files[`${PROFESSION}${id}.yaml`] = null
    else if (canonical(entry) !== canonical(shelves.entries.get(id) ?? null)) files[`${PROFESSION}${id}.yaml`] = reading.versions.yaml(entry)
  }
  const parsed = reading.versions.parse(laidOver(inForce, files))
  if (parsed.ok) return { ok: true, files }
  return { ok: false, lines: parsed.mistakes.map((mistake) => {
    const place = sheetPlace(mistake, applied.rowOf)
    return place ? cellLine(words, place, words.say(`requirements.${mistake.reason}`, mistake.values)) : mistakeLine(words, mistake)
  }) }
}

const idOf = (plain: unknown): string | null => {
  const id = plain !== null && typeof plain === 'object' && 'id' in plain ? plain.id : null
  return typeof id === 'string' && /^[a-z0-9-]{1,32}$/.test(id) ? id : null
}

/** One profession, several with `---` between, or one of the shelves by its name. */
function yamlFiles(reading: Reading, name: string, text: string): Record<string, string> {
  if (name === 'acts.yaml' || name === 'industries.yaml') return { [name]: text }
  const parts = text.split(/^---\s*$/m).filter((part) => part.trim() !== '')
  const base = name.replace(/\.ya?ml$/i, '').toLowerCase().replace(/[^a-z0-9-]+/g, '-')
  return Object.fromEntries((parts.length > 0 ? parts : ['']).map((part, at) => [`${PROFESSION}${idOf(reading.versions.plain(part)) ?? (at === 0 ? base || 'file' : `${base}-${at + 1}`)}.yaml`, part]))
}

function fromYaml(reading: Reading, inForce: CatalogueFiles, { name, text, words }: { name: string; text: string; words: SheetWords }): ReadFile {
  const files = yamlFiles(reading, name, text)
  const parsed = reading.versions.parse(laidOver(inForce, files))
  return parsed.ok ? { ok: true, files } : { ok: false, lines: parsed.mistakes.map((each) => mistakeLine(words, each)) }
}

/** Reads a manager's file against what is in force: the files it changes, or every mistake in plain words. */
export async function readProposal(reading: Reading, inForce: CatalogueFiles, file: { path: string; name: string; lang: Lang }): Promise<ReadFile> {
  const words = sheetWords(reading.words, file.lang)
  if (/\.xlsx$/i.test(file.name)) return fromSheet(reading, inForce, { path: file.path, words })
  return fromYaml(reading, inForce, { name: file.name, text: await readFile(file.path, 'utf8'), words })
}
