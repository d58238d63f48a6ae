import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RedisCaseStore } from '../case-store.ts'
import { fromBytes, SNAPSHOT, Snapshot } from '../snapshot-record.ts'
import type { Upkeep } from './upkeep.ts'

/** Cases whose last decision lies before a day, by number where they have one. */
export type Purgeable = { id: string; number: string | null }

/** Accepted and closed cases decided before the moment `before` (epoch milliseconds), by their snapshots. */
export async function purgeable({ vault, progress }: Upkeep, before: number): Promise<Purgeable[]> {
  const found: Purgeable[] = []
  const ids = await vault.cases()
  for (const [at, id] of ids.entries()) {
    const bytes = await vault.get(id, SNAPSHOT).catch(() => null)
    const snapshot = bytes && Snapshot.safeParse(fromBytes(bytes))
    if (snapshot?.success) {
      const { status, decidedAt, updatedAt, number } = snapshot.data.case
      if ((status === 'accepted' || status === 'closed') && Math.max(decidedAt ?? 0, updatedAt) < before) found.push({ id, number })
    }
    progress(at + 1, ids.length)
  }
  return found
}

/** Erases them: the key first, then everything. May be broken off and begun again. */
export async function purge({ store, progress }: { store: Pick<RedisCaseStore, 'erase'>; progress: Upkeep['progress'] }, cases: readonly Purgeable[]): Promise<void> {
  for (const [at, { id }] of cases.entries()) {
    await store.erase(id)
    progress(at + 1, cases.length)
  }
}

const HALF_OLD_MS = 86_400_000

/** Files that a process left half written when it was killed, older than a day; how many were removed. */
export async function dropHalves(dir: string, now: number): Promise<number> {
  let dropped = 0
  const entries = await readdir(dir, { withFileTypes: true, recursive: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !entry.name.startsWith('.half-') || now - (await stat(path)).mtimeMs < HALF_OLD_MS) continue
    await rm(path, { force: true })
    dropped++
  }
  return dropped
}
