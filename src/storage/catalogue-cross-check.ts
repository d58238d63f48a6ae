import type { Act, Industry } from '../domain/requirements/catalogue.ts'
import { expandRow } from '../domain/requirements/entry-file.ts'
import type { EntryRows, Row } from '../domain/requirements/entry-file.ts'
import { onStandard } from '../domain/requirements/precedence.ts'
import { placed } from './yaml-file.ts'
import type { LineOf, Mistake } from './yaml-file.ts'
import type { Said } from './yaml-issues.ts'

/** A profession's file, read, that can still say where a value stands. */
export type EntryRead = { file: string; rows: EntryRows; lineOf: LineOf }
type Acts = ReadonlyMap<string, Act>
type Shelves = { acts: Acts; industries: ReadonlyMap<string, Industry> }

/** What one file cannot know of itself: references to acts, industries and other entries, doubled levels, a standard passed over. */
export function crossCheck(reads: EntryRead[], shelves: Shelves): Mistake[] {
  const ids = new Set(reads.map((read) => read.rows.id))
  return reads.flatMap(({ file, rows, lineOf }) =>
    [...unknownIndustry(rows, shelves), ...unknownActs(rows, shelves.acts), ...lostEntries(rows, ids), ...doubledLevels(rows, shelves.acts), ...passedOver(rows, shelves.acts)]
      .map((said) => placed(file, said, lineOf)))
}

function unknownIndustry({ industry }: EntryRows, { industries }: Shelves): Said[] {
  if (industries.has(industry)) return []
  return [{ path: ['industry'], reason: 'mistake.unknown-industry', values: { industry, allowed: [...industries.keys()].join(', ') } }]
}

type Cited = { act: string; path: PropertyKey[] }
const demands = ['age', 'education', 'experience', 'special'] as const

/** Acts by which a row demands, each with its place. */
function demanding(row: Row, at: number): Cited[] {
  return demands.flatMap((name): Cited[] => {
    const demand = row[name]
    return 'clause' in demand ? [{ act: demand.clause.act, path: ['levels', at, name, 'clause', 'act'] }] : []
  })
}

function unknownActs({ levels }: EntryRows, acts: Acts): Said[] {
  const allowed = [...acts.keys()].join(', ')
  return levels.flatMap((row, at) => {
    const sources = row.sources.map((source, n): Cited => ({ act: source.act, path: ['levels', at, 'sources', n, 'act'] }))
    // A demand without a clause of its own repeats its row's source: told once.
    const own = demanding(row, at).filter(({ act }) => !sources.some((source) => source.act === act))
    return [...sources, ...own].filter(({ act }) => !acts.has(act))
      .map(({ act, path }): Said => ({ path, reason: 'mistake.unknown-act', values: { act, allowed } }))
  })
}

function lostEntries({ asks }: EntryRows, ids: Set<string>): Said[] {
  return asks.flatMap((ask, a) => ask.options.flatMap((option, o): Said[] => {
    const path = ['asks', a, 'options', o, 'entry']
    if (option.effect === 'other-entry' && !option.entry) return [{ path, reason: 'mistake.missing', values: { key: 'entry', expected: 'gas-welder' } }]
    if (option.entry && !ids.has(option.entry)) return [{ path, reason: 'mistake.unknown-entry', values: { entry: option.entry } }]
    return []
  }))
}

/** The same level twice is a slip, unless one row is by the standard and the other by the requirements it prevails over. */
function doubledLevels({ levels }: EntryRows, acts: Acts): Said[] {
  const seen = new Set<string>()
  return levels.flatMap((row, at) => expandRow(row).flatMap(({ id }): Said[] => {
    const key = `${onStandard(row, acts) ? 'standard' : 'requirements'} ${id}`
    if (seen.has(key)) return [{ path: ['levels', at], reason: 'mistake.doubled-level', values: { level: id } }]
    seen.add(key)
    return []
  }))
}

/** Where a row names a standard, its demands are the standard's (law on qualifications, art. 1(9)). */
function passedOver({ levels }: EntryRows, acts: Acts): Said[] {
  return levels.flatMap((row, at) => {
    const standard = row.sources.find(({ act }) => acts.get(act)?.kind === 'standard')
    if (!standard) return []
    return demanding(row, at).filter(({ act }) => acts.get(act)?.kind === 'requirements')
      .map(({ act, path }): Said => ({ path, reason: 'mistake.standard-first', values: { act, standard: standard.act } }))
  })
}
