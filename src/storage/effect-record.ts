import { Effect } from '../app/ports.ts'

/** What is to be done, under the id that its job has. */
export type PendingEffect = { id: string; effect: Effect }

/**
 * What an effect is about. Asked twice before it is done it is one thing to do, with the later revision: ten photos
 * of an album want one receipt. An effect asked while an older one runs has another id, so it runs after that.
 * BullMQ refuses ':' in ids.
 */
export function effectBase(effect: Effect): string {
  const { kind, case: caseId, ...details } = effect
  const values = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
  return [kind, caseId, ...values].join('-').replaceAll(/[^A-Za-z0-9_-]/g, '_')
}

export const effectId = (effect: Effect, revision: number): string => `${effectBase(effect)}-${revision}`

/** Field and value in the hash of effects. The revision stands first, where the scripts read it. */
export const effectRecord = (effect: Effect, revision: number): [string, string] =>
  [effectBase(effect), `${revision} ${JSON.stringify(effect)}`]

/** Null for one that this version does not know: after a step back it waits for the version that does. */
export function readEffect(base: string, record: string): PendingEffect | null {
  const space = record.indexOf(' ')
  const { data: effect } = Effect.safeParse(JSON.parse(record.slice(space + 1)))
  return effect ? { id: `${base}-${record.slice(0, space)}`, effect } : null
}

/** An id as base and revision. */
export function splitEffectId(id: string): { base: string; revision: string } {
  const dash = id.lastIndexOf('-')
  return { base: id.slice(0, dash), revision: id.slice(dash + 1) }
}
