import type { Effect } from '../app/ports.ts'
import type { Case } from '../domain/case/case.ts'
import { sealingOf } from '../domain/dossier/sealed.ts'
import { mutedFact, newAccount } from '../domain/case/account.ts'
import { believe } from './case-codec.ts'
import type { RedisCaseStore } from './case-store.ts'
import { erasedCase } from './erase.ts'
import type { Keyring } from './keys.ts'
import { fromBytes, GLOBAL_STATE, GlobalState, Snapshot, SNAPSHOT } from './snapshot-record.ts'
import type { FolderVault } from './vault-folder.ts'

type Parts = { store: RedisCaseStore; vault: FolderVault; keyring: Keyring; restoreVersions(versions: Record<string, string>): Promise<void> }

/** Cases put back, cases erased again, ids of cases that could not be read. */
export type Restored = { cases: number; erased: number; failed: string[] }

/** Finishes erasures that were broken off, or whose case came back with a backup. To be run at every start. */
export async function replayErasures({ store, vault }: Pick<Parts, 'store' | 'vault'>): Promise<number> {
  const here = new Set(await vault.cases())
  let erased = 0
  for (const id of (await vault.globals()).flatMap(erasedCase)) {
    if (!here.has(id) && !await store.known(id)) continue
    await store.erase(id)
    erased += 1
  }
  return erased
}

/** Puts back into Redis what the vault has and Redis has not. Safe to repeat, and on a Redis that lost nothing. */
export async function restore(parts: Parts, progress: (done: number, all: number) => void = () => {}): Promise<Restored> {
  const erased = await replayErasures(parts)
  await restoreGlobals(parts)
  const failed: string[] = []
  let cases = 0
  const ids = await parts.vault.cases()
  for (const [at, id] of ids.entries()) {
    const back = await restoreCase(parts, id).catch(() => null)
    if (back === null) failed.push(id)
    else if (back) cases += 1
    progress(at + 1, ids.length)
  }
  return { cases, erased, failed }
}

async function restoreCase({ store, vault, keyring }: Parts, id: string): Promise<boolean> {
  if (await store.known(id)) return false
  const wrapped = await keyring.wrapped(id)
  if (!wrapped || !await vault.has(id, SNAPSHOT)) return false
  const { case: record, audit, words, draft, index } = believe(Snapshot, fromBytes(await vault.get(id, SNAPSHOT)), id)
  if (!await store.putBack({ case: record, wrapped, audit })) return false
  // What was still owed when Redis was lost is asked for anew; all of it is harmless when it was done.
  await store.save({ case: { ...record, revision: record.revision + 1 }, expected: record.revision, update: null, effects: owedBy(record) })
  await store.indexCase(id, index)
  if (draft) await store.saveDraft(id, draft)
  for (const text of Object.values(words)) await store.keepWords(text)
  const account = await store.account(record.account) ?? { ...newAccount(record.account), lang: record.lang, muted: (await store.fact(mutedFact(record.account))) === '1' }
  if (account.cases.includes(id)) return true
  await store.saveAccount({ ...account, cases: await byBirth(store, [...account.cases, id]), current: await newestOf(store, account.current, record) })
  return true
}

/** As they were opened: the vault lists them by id. */
async function byBirth(store: RedisCaseStore, ids: string[]): Promise<string[]> {
  const cases = await Promise.all(ids.map(id => store.load(id)))
  const born = new Map(cases.flatMap(each => (each ? [[each.id, each.createdAt]] : [])))
  return ids.toSorted((a, b) => (born.get(a) ?? 0) - (born.get(b) ?? 0))
}

/** The case worked on last: what is typed next is meant for it. */
async function newestOf(store: RedisCaseStore, current: string | null, record: Case): Promise<string> {
  const other = current === null ? null : await store.load(current)
  return other && other.updatedAt > record.updatedAt ? other.id : record.id
}

/** The effects a case wants by its state alone. Pure. */
export function owedBy(record: Case): Effect[] {
  const id = record.id
  const waiting = record.secret.uploads.filter(({ state, removed }) => state === 'waiting' && !removed)
  const files: Effect[] = waiting.flatMap(({ id: upload, batch }) => [{ kind: 'fetch', case: id, upload }, { kind: 'receipt', case: id, batch }])
  const asked: Effect[] = record.secret.questions.filter(({ message }) => message === null).map((question) => ({ kind: 'question', case: id, question: question.id }))
  const { accepted } = sealingOf(record)
  if (record.status === 'accepted' && accepted !== undefined) return [...files, ...asked, { kind: 'seal', case: id, round: record.round, accepted }]
  if (record.status !== 'sent' && record.status !== 'review') return [...files, ...asked]
  return [...files, ...asked, { kind: 'card', case: id }, { kind: 'seal', case: id, round: record.round }, { kind: 'checklist', case: id, round: record.round }]
}

async function restoreGlobals({ store, vault, restoreVersions }: Parts): Promise<void> {
  const bytes = await vault.getGlobal(GLOBAL_STATE)
  if (!bytes) return
  const { topics, facts, versions } = believe(GlobalState, fromBytes(bytes), 'global state')
  for (const [applicant, topic] of Object.entries(topics)) if (!await store.topic(applicant)) await store.saveTopic(applicant, topic)
  await restoreVersions(versions)
  for (const [name, value] of Object.entries(facts)) if (await store.fact(name) === null) await store.saveFact(name, value)
}
