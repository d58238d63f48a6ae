import type { CaseStore } from '../app/ports.ts'
import { repeat } from '../lib/repeat.ts'
import { describeError } from './describe-error.ts'
import type { EffectQueue } from './queue.ts'
import type { WorkerLog } from './worker.ts'

const EVERY_MS = 15_000
const AGE_MS = 30_000
/** A job that failed for good rests this long before it is tried again. */
const REST_MS = 600_000

export type SweepOptions = {
  store: Pick<CaseStore, 'pendingEffects'>
  queue: Pick<EffectQueue, 'dispatch' | 'failedAt'>
  clock: { now(): number }
  log: WorkerLog
  everyMs?: number
  ageMs?: number
  restMs?: number
}

export type Sweep = {
  /** Dispatches what fell through; how many. Throws on an outage. */
  tick(): Promise<number>
  stop(): void
}

/**
 * Finds effects that were asked but never became a job, because the process died in between, or whose job was lost
 * or failed. Those that are in the queue are ignored by it.
 */
export function startSweep(options: SweepOptions): Sweep {
  const { store, queue, clock, log, everyMs = EVERY_MS, ageMs = AGE_MS, restMs = REST_MS } = options

  const tick = async (): Promise<number> => {
    const pending = await store.pendingEffects(ageMs)
    const failed = await queue.failedAt(pending.map(({ id }) => id))
    const due = pending.filter((_, n) => (failed[n] ?? -Infinity) <= clock.now() - restMs)
    await queue.dispatch(due)
    return due.length
  }

  const { stop } = repeat(everyMs, tick, (error) => log.error(describeError(error), 'sweep failed'))
  return { tick, stop }
}
