import type { Catalogue } from './catalogue.ts'
import type { Entry, Level } from './entry.ts'

/** What of a level a person can be told about; `trust` is whether it was read and confirmed. */
export const ASPECTS = ['age', 'education', 'experience', 'special', 'conditions', 'trust', 'source'] as const
export type Aspect = (typeof ASPECTS)[number]

/** One difference between two catalogues. Levels that changed alike stand together. */
export type CatalogueChange =
  | { kind: 'entry-added' | 'entry-removed' | 'entry-described'; entry: Entry }
  | { kind: 'levels-added' | 'levels-removed'; entry: Entry; levels: Level[] }
  | { kind: 'demand'; entry: Entry; levels: Level[]; aspect: Aspect; from: Level; to: Level }
  /** Acts or industries: what they are called or where they stand. */
  | { kind: 'shelf'; id: string }

const ASPECT_OF: Record<Aspect, (level: Level) => unknown> = {
  age: ({ age }) => age, education: ({ education }) => education, experience: ({ experience }) => experience, special: ({ special }) => special,
  conditions: ({ conditions }) => conditions, trust: ({ confidence, confirmedByCentreOn }) => [confidence, confirmedByCentreOn],
  source: ({ sources, code, instead }) => [sources, code, instead],
}

/** Written with sorted keys: the order in which a file names things is no difference. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, each: unknown) =>
  (each !== null && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each))
const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null)

const described = ({ levels: _, ...rest }: Entry): unknown => rest

function levelChanges(before: Entry, after: Entry): CatalogueChange[] {
  const old = new Map(before.levels.map((level) => [level.id, level]))
  const added = after.levels.filter(({ id }) => !old.has(id))
  const removed = before.levels.filter(({ id }) => !after.levels.some((level) => level.id === id))
  const demands = ASPECTS.flatMap((aspect) => {
    const groups = new Map<string, Extract<CatalogueChange, { kind: 'demand' }>>()
    for (const to of after.levels) {
      const from = old.get(to.id)
      if (!from || same(ASPECT_OF[aspect](from), ASPECT_OF[aspect](to))) continue
      const key = canonical([ASPECT_OF[aspect](from), ASPECT_OF[aspect](to)])
      const group = groups.get(key) ?? { kind: 'demand' as const, entry: after, levels: [], aspect, from, to }
      group.levels.push(to)
      groups.set(key, group)
    }
    return [...groups.values()]
  })
  return [
    ...(added.length > 0 ? [{ kind: 'levels-added' as const, entry: after, levels: added }] : []),
    ...(removed.length > 0 ? [{ kind: 'levels-removed' as const, entry: after, levels: removed }] : []),
    ...demands,
  ]
}

const shelfChanges = (before: ReadonlyMap<string, { id: string }>, after: ReadonlyMap<string, { id: string }>): CatalogueChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => !same(before.get(id), after.get(id))).map((id) => ({ kind: 'shelf', id }))

/** Everything in which two catalogues differ, in the order of the later one. Pure. */
export function diffCatalogues(before: Catalogue, after: Catalogue): CatalogueChange[] {
  const gone = [...before.entries.values()].filter(({ id }) => !after.entries.has(id)).map((entry): CatalogueChange => ({ kind: 'entry-removed', entry }))
  const changed = [...after.entries.values()].flatMap((entry): CatalogueChange[] => {
    const old = before.entries.get(entry.id)
    if (!old) return [{ kind: 'entry-added', entry }]
    return [...(same(described(old), described(entry)) ? [] : [{ kind: 'entry-described' as const, entry }]), ...levelChanges(old, entry)]
  })
  return [...gone, ...changed, ...shelfChanges(before.acts, after.acts), ...shelfChanges(before.industries, after.industries)]
}

/** `profession` or `profession/level` of everything a case may be judged otherwise by. */
export function touchedBy(changes: readonly CatalogueChange[]): (row: { profession: string | null; level: string | null }) => boolean {
  const entries = new Set<string>()
  const levels = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'shelf') continue
    if ('levels' in change) for (const { id } of change.levels) levels.add(`${change.entry.id}/${id}`)
    else entries.add(change.entry.id)
  }
  return ({ profession, level }) => profession !== null && (entries.has(profession) || levels.has(`${profession}/${level ?? ''}`))
}
