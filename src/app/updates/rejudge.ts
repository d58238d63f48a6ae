import type { Case } from '../../domain/case/case.ts'
import { hasChecklist, isUndecided, isWithStaff } from '../../domain/case/status.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import type { Catalogue } from '../../domain/requirements/catalogue.ts'
import { diffCatalogues, touchedBy } from '../../domain/requirements/catalogue-diff.ts'
import type { RegisterRow } from '../../domain/review/register.ts'
import { changesFor } from '../../domain/updates/person-change.ts'
import { judgeBy } from '../app.ts'
import type { Effect, VersionRecord } from '../ports.ts'
import { type Desk, managerLang } from '../review/desk.ts'
import { followCatalogue } from './follow-catalogue.ts'

/** Cases judged before the job lets others run. */
const SLICE = 1000
const TOGETHER = 50
const TRIES = 5
export const JUDGED = 'catalogue.judged'
const CHANGED = 'catalogue.changed'

/** Whom the messages about an update go to: an account, however many cases it has. */
export const accountKey = (account: number): string => `a${account}`

/** What publishing `after` changes in a case that was judged by `before`. */
export function updateOf(desk: Desk, found: Case, { before, after }: { before: Catalogue | null; after: Catalogue }): { changes: ReturnType<typeof changesFor>; incomplete: boolean } {
  if (!before || !hasChecklist(found.status)) return { changes: [], incomplete: false }
  const [was, is] = [judgeBy(desk, found, before), judgeBy(desk, found, after)]
  const lacked = new Set(missingItems(was.items).map(({ id }) => id))
  const incomplete = isWithStaff(found.status) && missingItems(is.items).some(({ id }) => !lacked.has(id))
  return { changes: changesFor(was, is), incomplete }
}

/** The case as the new version leaves it, and what must follow; null when there is nothing to do. */
function judged(desk: Desk, found: Case, ways: { record: VersionRecord; before: Catalogue | null; after: Catalogue }): { next: Case; effects: Effect[]; changed: boolean } | null {
  const { record, after } = ways
  if (!isUndecided(found.status) || found.catalogue === record.hash) return null
  const { changes, incomplete } = updateOf(desk, found, ways)
  const next = { ...found, catalogue: after.version }
  if (changes.length === 0) return { next, effects: [], changed: false }
  const update = { version: record.n, at: Math.floor(desk.clock.now() / 1000), changes, incomplete }
  const card: Effect[] = isWithStaff(found.status) || found.status === 'returned' ? [{ kind: 'card', case: found.id }] : []
  return {
    next: { ...next, secret: { ...found.secret, updates: [...found.secret.updates, update] } },
    effects: [{ kind: 'update', case: accountKey(found.account), version: record.n }, ...card], changed: true,
  }
}

/** `of`: a version by its hash. */
type Ways = { record: VersionRecord; after: Catalogue; of(hash: string): Promise<Catalogue | null> }

/** Judges one case; whether its list changed. What somebody saves meanwhile is kept: the case is read again. */
async function rejudgeCase(desk: Desk, id: string, ways: Ways): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await desk.store.load(id)
    const result = found && judged(desk, found, { ...ways, before: await ways.of(found.catalogue) })
    if (!found || !result) return false
    const audit = result.changed ? [{ who: 'catalogue', what: `updated.${ways.record.n}` }] : []
    const saved = await desk.store.save({ case: result.next, expected: found.revision, update: null, audit, effects: result.effects })
    if (saved === 'saved') return result.changed
    if (saved === 'gone') return false
  }
  throw new Error('a case changes all the time')
}

/** Versions parsed once a run. */
function versionsOf(desk: Desk): (hash: string) => Promise<Catalogue | null> {
  const known = new Map<string, Catalogue | null>()
  return async (hash) => {
    const found = known.get(hash) ?? desk.live.of(hash) ?? (await desk.versions.catalogue(hash))
    known.set(hash, found)
    return found
  }
}

/** Most cases are of trades and grades that did not change: they are told so in bulk; what remains is to be judged. */
async function onlyTouched(desk: Desk, rows: readonly RegisterRow[], { record, after, of }: Ways): Promise<{ touched: RegisterRow[]; missed: boolean }> {
  const touched = new Map<string, (row: RegisterRow) => boolean>()
  for (const hash of new Set(rows.flatMap(({ catalogue }) => catalogue ?? []))) {
    const before = await of(hash)
    touched.set(hash, before ? touchedBy(diffCatalogues(before, after)) : () => true)
  }
  const isTouched = (row: RegisterRow): boolean => row.catalogue === null || (touched.get(row.catalogue)?.(row) ?? true)
  const untouched = rows.filter((row) => !isTouched(row)).map(({ id }) => id)
  let missed = false
  for (let at = 0; at < untouched.length; at += TOGETHER) if (!(await desk.store.restamp(untouched.slice(at, at + TOGETHER), record.hash))) missed = true
  return { touched: rows.filter(isTouched), missed }
}

async function finish(desk: Desk, record: VersionRecord): Promise<void> {
  await desk.store.saveFact(JUDGED, String(record.n))
  if (record.by === null) return
  const changed = Number((await desk.store.fact(`${CHANGED}.${record.n}`)) ?? 0)
  await desk.messenger.say(record.by, { html: desk.words.in(await managerLang(desk, record.by))('updates.judged', { version: record.n, count: changed }) })
}

/**
 * The effect `rejudge`: every undecided case is judged by the version in force, a slice a run. A case says itself by
 * which version it was judged, so a run broken off anywhere goes on where it was.
 */
export async function rejudge(desk: Desk, { version }: { version: number }): Promise<'done' | { again: number }> {
  const record = await followCatalogue(desk)
  if (!record || record.n !== version) return 'done'
  const after = desk.live.of(record.hash) ?? (await desk.versions.catalogue(record.hash))
  if (!after) return 'done'
  const left = (await desk.store.register()).filter(({ status, catalogue }) => isUndecided(status) && catalogue !== record.hash)
  const of = versionsOf(desk)
  let changed = 0
  const { touched, missed } = await onlyTouched(desk, left.slice(0, SLICE), { record, after, of })
  for (const { id } of touched) if (await rejudgeCase(desk, id, { record, after, of })) changed += 1
  // Counted for the publisher's eyes only: a run broken off may count a few too few.
  if (changed > 0) await desk.store.saveFact(`${CHANGED}.${version}`, String(Number((await desk.store.fact(`${CHANGED}.${version}`)) ?? 0) + changed))
  if (left.length > SLICE || missed) return { again: 1 }
  await finish(desk, record)
  return 'done'
}
