import type { Clock, Vault } from '../app/ports.ts'
import type { Case } from '../domain/case/case.ts'
import type { RedisCaseStore } from './case-store.ts'
import { KeyGone } from './errors.ts'
import { GLOBAL_STATE, SNAPSHOT, toBytes, type Snapshot } from './snapshot-record.ts'

const AT_ONCE = 200
/** Written side by side: the disk's journal takes their fsyncs as one. */
const TOGETHER = 4

export type Snapshots = {
  /** Writes the case as it is now; false when there is no such case. */
  snapshot(caseId: string): Promise<boolean>
  /** All that changed since the last time; called at most half a minute apart. One bad case does not stop the others. */
  tick(): Promise<{ written: number; failed: string[] }>
}

/** Copies the working memory into the vault, sealed like everything there. */
export function makeSnapshots({ store, vault, clock }: { store: RedisCaseStore; vault: Vault; clock: Clock }): Snapshots {
  let globals: string | null = null

  const snapshot = async (caseId: string): Promise<boolean> => {
    const record = await store.load(caseId)
    if (!record) {
      // Erased: nothing will ever make it clean.
      await store.clean(caseId, Number.MAX_SAFE_INTEGER)
      return false
    }
    await vault.put(caseId, SNAPSHOT, toBytes(await gather(store, record, clock.now())))
    await store.clean(caseId, record.revision)
    return true
  }

  const snapshotGlobals = async (): Promise<void> => {
    const revision = await store.globalRevision()
    if (revision === globals) return
    await vault.putGlobal(GLOBAL_STATE, toBytes(await store.globalState()))
    globals = revision
  }

  /** An erasure between listing and writing is no failure: the case is not dirty any more. */
  const attempt = (id: string): Promise<boolean | null> => snapshot(id).catch((error: unknown) => {
    return error instanceof KeyGone ? false : null
  })

  return {
    snapshot,
    async tick() {
      const failed = new Set<string>()
      let written = 0
      for (;;) {
        // What failed stays dirty and would be listed again: only what has not been tried goes on.
        const ids = (await store.dirty(AT_ONCE + failed.size)).filter(id => !failed.has(id))
        for (let at = 0; at < ids.length; at += TOGETHER) {
          await Promise.all(ids.slice(at, at + TOGETHER).map(async id => {
            const done = await attempt(id)
            if (done) written += 1
            if (done === null) failed.add(id)
          }))
        }
        if (ids.length < AT_ONCE) break
      }
      await snapshotGlobals()
      return { written, failed: [...failed] }
    },
  }
}

async function gather(store: RedisCaseStore, record: Case, at: number): Promise<Snapshot> {
  const hashes = [...new Set(Object.values(record.secret.answers).map(answer => answer.q))]
  const [audit, words, index, draft] = await Promise.all([store.audit(record.id), store.words(hashes), store.indexOf(record.id), store.draft(record.id)])
  return { at, case: record, audit, words, draft, index }
}
