import { type EntryRows, expandRow, type Row } from '../../domain/requirements/entry-file.ts'
import { type CellMistake, patchRow, type Patching } from './patch-row.ts'
import { type LevelsCell, readLevels } from './read-cells.ts'
import { COLUMNS, type Column, folded, type SheetWords } from './sheet-words.ts'
import { type Cell, type Line, lineOf } from './write-rows.ts'

/** A mistake in the sheet; `row` counts as Excel does. `reason` is a key under `updates.sheet.mistake`. */
export type SheetMistake = CellMistake & { row: number }
export type Shelves = { entries: ReadonlyMap<string, EntryRows>; acts: ReadonlySet<string>; industries: ReadonlyMap<string, readonly string[]> }
/** `rowOf`: for each level row of a changed profession the line of the sheet it came from; null where it was left alone. */
export type Applied = { ok: true; entries: Map<string, EntryRows>; rowOf: Map<string, (number | null)[]> } | { ok: false; mistakes: SheetMistake[] }

type Numbered = { row: number; line: Line }
type Working = { entry: EntryRows; levels: { row: Row; from: number | null }[] }

const EMPTY: Line = Object.fromEntries(COLUMNS.map((column) => [column, null])) as Line
const NEW_ROW: Row = {
  code: null, confidence: 'verified', confirmedByCentreOn: null, age: { state: 'demanded', years: 18, clause: { act: 'LC', clause: 'ст. 26, п. 1, пп. 2' } },
  education: { state: 'unread' }, experience: { state: 'unread' }, special: { state: 'unread' }, conditions: null, sources: [],
}

/** The head names the columns in any order and language; what it does not name is left alone. */
function readHead(head: readonly Cell[], words: SheetWords): { columns: (Column | null)[]; mistakes: SheetMistake[] } {
  const columns = head.map((cell) => (cell === null || cell.trim() === '' ? null : words.column(cell)))
  const strange = head.flatMap((cell, at) => (cell !== null && cell.trim() !== '' && columns[at] === null ? [cell] : []))
  const missing = (['id', 'levels'] as const).filter((column) => !columns.includes(column))
  return { columns, mistakes: [
    ...missing.map((column): SheetMistake => ({ row: 1, column, reason: 'noColumn', values: {} })),
    ...strange.map((cell): SheetMistake => ({ row: 1, column: 'id', reason: 'strangeColumn', values: { cell } })),
  ] }
}

const numbered = (rows: readonly (readonly Cell[])[], columns: (Column | null)[]): Numbered[] =>
  rows.map((cells, at) => {
    const line = { ...EMPTY }
    cells.forEach((cell, n) => { const column = columns[n]; if (column) line[column] = cell })
    return { row: at + 2, line }
  }).filter(({ line }) => Object.values(line).some((cell) => (cell ?? '').trim() !== ''))

const idsOf = (levels: LevelsCell): string[] => expandRow({ ...NEW_ROW, ...levels } as Row).map(({ id }) => id)

/** The row of the profession that has these levels; where two speak of the same level, the one of the act named. */
function rowFor(working: Working, ids: string[], act: Cell): number {
  const having = working.levels.flatMap(({ row }, at) => (ids.every((id) => expandRow(row).some((level) => level.id === id)) ? [at] : []))
  return having.find((at) => working.levels[at]?.row.sources[0]?.act === act?.trim()) ?? having[0] ?? -1
}

/** Only grades come several to a row; what is left of them keeps its old demands. */
const without = (row: Row, ids: string[]): Row[] => {
  const grades = (row.grades ?? []).filter((grade) => !ids.includes(`g${grade}`))
  return grades.length > 0 ? [{ ...row, grades }] : []
}

function fresh(line: Line, shelves: Shelves, fail: (column: Column, reason: string, values?: Record<string, string>) => void): Working | null {
  const id = line.id?.trim() ?? ''
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 32) return fail('id', 'id', { cell: id }), null
  const missing = (['kk', 'ru', 'en', 'industry'] as const).filter((column) => (line[column]?.trim() ?? '') === '')
  if (missing.length > 0) return missing.forEach((column) => fail(column, 'newEntry', { id })), null
  const industry = [...shelves.industries].find(([key, names]) => [key, ...names].some((name) => folded(name) === folded(line.industry ?? '')))?.[0]
  if (!industry) return fail('industry', 'industry', { cell: line.industry ?? '', allowed: [...shelves.industries.keys()].join(', ') }), null
  return { entry: { id, names: { kk: line.kk ?? '', ru: line.ru ?? '', en: line.en ?? '' }, nameNotes: {}, byNames: [], industry, asks: [], levels: [] } as unknown as EntryRows, levels: [] }
}

function renamed(working: Working, line: Line): void {
  const names = { ...working.entry.names }
  for (const lang of ['kk', 'ru', 'en'] as const) if ((line[lang]?.trim() ?? '') !== '') names[lang] = line[lang]?.trim() ?? names[lang]
  working.entry = { ...working.entry, names }
}

function applyLine({ row, line }: Numbered, working: Working, { shelves, words, mistakes }: { shelves: Shelves; words: SheetWords; mistakes: SheetMistake[] }): void {
  const fail = (column: Column, reason: string, values: Record<string, string> = {}): void => void mistakes.push({ row, column, reason, values })
  const read = readLevels(line.levels?.trim() ?? '', words)
  if (!read.ok) return fail('levels', (line.levels ?? '') === '' ? 'empty' : read.reason, read.values)
  const ids = idsOf(read.value)
  const at = rowFor(working, ids, line.act)
  const found = working.levels[at]
  if (found && found.from !== null) return fail('levels', 'twice', { other: String(found.from) })
  renamed(working, line)
  const removing = (line.remove?.trim() ?? '') !== ''
  if (removing && !words.is('remove', line.remove ?? '') && !words.is('yes', line.remove ?? '')) return words.is('no', line.remove ?? '') ? undefined : fail('remove', 'yesNo', { cell: line.remove ?? '' })
  if (removing && !found) return fail('levels', 'nothingToRemove')
  if (removing && found) return void working.levels.splice(at, 1, ...without(found.row, ids).map((each) => ({ row: each, from: null })))
  const { grades: _, framework: __, category: ___, ...demands } = found?.row ?? NEW_ROW
  const base = { ...demands, ...read.value } as Row
  const patching: Patching = { line, before: found ? lineOf(working.entry, found.row, words) : null, words, mistakes: [] }
  if (!found) for (const column of ['confidence', 'education', 'experience', 'special', 'act', 'clause'] as const) if ((line[column]?.trim() ?? '') === '') fail(column, 'newRow')
  const patched = patchRow(patching, base, shelves.acts)
  mistakes.push(...patching.mistakes.map((each) => ({ ...each, row })))
  if (found) working.levels.splice(at, 1, { row: patched, from: row }, ...without(found.row, ids).map((each) => ({ row: each, from: null })))
  else working.levels.push({ row: patched, from: row })
}

/**
 * The professions that a sheet changes. Rows and cells that say nothing new change nothing; rows that are not in the sheet stay.
 * All mistakes are found at once; with one of them nothing is changed. Pure.
 */
export function applySheet(rows: readonly (readonly Cell[])[], shelves: Shelves, words: SheetWords): Applied {
  const { columns, mistakes } = readHead(rows[0] ?? [], words)
  if (mistakes.some(({ reason }) => reason === 'noColumn')) return { ok: false, mistakes }
  const workings = new Map<string, Working>()
  for (const one of numbered(rows.slice(1), columns)) {
    const id = one.line.id?.trim() ?? ''
    const known = shelves.entries.get(id)
    const working = workings.get(id) ?? (known ? { entry: known, levels: known.levels.map((row) => ({ row, from: null })) }
      : fresh(one.line, shelves, (column, reason, values = {}) => mistakes.push({ row: one.row, column, reason, values })))
    if (!working) continue
    workings.set(id, working)
    applyLine(one, working, { shelves, words, mistakes })
  }
  if (mistakes.length > 0) return { ok: false, mistakes: mistakes.sort((a, b) => a.row - b.row) }
  const entries = new Map([...workings].filter(([, { levels }]) => levels.length > 0).map(([id, { entry, levels }]) => [id, { ...entry, levels: levels.map(({ row }) => row) }] as const))
  return { ok: true, entries, rowOf: new Map([...workings].map(([id, { levels }]) => [id, levels.map(({ from }) => from)])) }
}
