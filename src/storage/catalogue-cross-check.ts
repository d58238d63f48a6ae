import type { Act, Industry } from '../domain/requirements/catalogue.ts'
import type { Entry } from '../domain/requirements/entry.ts'
import type { EntryRead, Mistake } from './yaml-file.ts'

type Shelves = { acts: ReadonlyMap<string, Act>; industries: ReadonlyMap<string, Industry> }
type Found = { path: PropertyKey[]; reason: string; values: Record<string, string> }

/** What one file cannot know of itself: references to acts, industries and other entries, and doubled levels. */
export function crossCheck(reads: EntryRead[], shelves: Shelves): Mistake[] {
  const ids = new Set(reads.map((read) => read.entry.id))
  return reads.flatMap(({ file, entry, lineOf }) =>
    [...unknownIndustry(entry, shelves), ...unknownActs(entry, shelves), ...lostEntries(entry, ids), ...doubledLevels(entry)]
      .map(({ path, reason, values }) => ({ file, line: lineOf(path), path: path.map(String).join('.'), reason, values })))
}

function unknownIndustry({ industry }: Entry, { industries }: Shelves): Found[] {
  if (industries.has(industry)) return []
  return [{ path: ['industry'], reason: 'mistake.unknown-industry', values: { industry, allowed: [...industries.keys()].join(', ') } }]
}

function unknownActs({ levels }: Entry, { acts }: Shelves): Found[] {
  const cited = levels.flatMap((level) => [
    ...level.sources.map((source) => source.act),
    ...[level.age, level.education, level.experience, level.special].flatMap((demand) => ('clause' in demand ? [demand.clause.act] : [])),
  ])
  return [...new Set(cited)].filter((act) => !acts.has(act))
    .map((act) => ({ path: ['levels'], reason: 'mistake.unknown-act', values: { act, allowed: [...acts.keys()].join(', ') } }))
}

function lostEntries({ asks }: Entry, ids: Set<string>): Found[] {
  return asks.flatMap((ask, a) => ask.options.flatMap((option, o): Found[] => {
    const path = ['asks', a, 'options', o, 'entry']
    if (option.effect === 'other-entry' && !option.entry) return [{ path, reason: 'mistake.missing', values: { key: 'entry', expected: 'id' } }]
    if (option.entry && !ids.has(option.entry)) return [{ path, reason: 'mistake.unknown-entry', values: { entry: option.entry } }]
    return []
  }))
}

function doubledLevels({ levels }: Entry): Found[] {
  const ids = levels.map((level) => level.id)
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
    .map((level) => ({ path: ['levels'], reason: 'mistake.doubled-level', values: { level } }))
}
