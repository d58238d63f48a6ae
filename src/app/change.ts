import type { Case } from '../domain/case/case.ts'
import { mayMove } from '../domain/case/status.ts'
import type { App } from './app.ts'
import type { SaveRequest } from './ports.ts'

/** What a decision about a loaded case comes to (`quiet`: nothing a reviewer decides on changes): a change to save, or a refusal that leaves everything as it is. */
export type Decided<R> =
  | { save: Case; result: R; audit?: SaveRequest['audit']; effects?: SaveRequest['effects']; quiet?: true }
  | { save: null; result: R }

const TRIES = 6

/**
 * Gather, decide, save: loads the case, asks `decide`, saves against the revision it was decided on, and decides
 * again when somebody else was quicker. Null when there is no such case. Throws when six tries in a row lose.
 */
export async function changeCase<R>(app: App, id: string, update: number | null, decide: (found: Case) => Decided<R> | Promise<Decided<R>>): Promise<{ case: Case; result: R } | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await app.store.load(id)
    if (!found) return null
    const decided = await decide(found)
    if (decided.save === null) return { case: found, result: decided.result }
    if (decided.save.status !== found.status && !mayMove(found.status, decided.save.status)) {
      throw new Error(`case ${id}: ${found.status} may not become ${decided.save.status}`)
    }
    const next = { ...decided.save, revision: found.revision + 1, stamp: decided.quiet ? found.stamp : found.revision + 1, updatedAt: app.clock.now() }
    const saved = await app.store.save({
      case: next, expected: found.revision, update,
      ...(decided.audit ? { audit: decided.audit } : {}), ...(decided.effects ? { effects: decided.effects } : {}),
    })
    if (saved === 'saved') return { case: next, result: decided.result }
    if (saved === 'gone') return null
  }
  throw new Error(`case ${id}: the revision changed ${TRIES} times in a row`)
}
