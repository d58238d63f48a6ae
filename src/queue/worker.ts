import { setTimeout as sleep } from 'node:timers/promises'
import { DelayedError, UnrecoverableError, Worker, type Job } from 'bullmq'
import type { Redis } from 'ioredis'
import type { CaseStore, Effect } from '../app/ports.ts'
import { newId } from '../lib/ids.ts'
import { JobData, QUEUE } from './jobs.ts'
import { describeError } from './describe-error.ts'

/** What the worker needs of the outbox. */
export type Outbox = Pick<CaseStore, 'effectDone'> & {
  beginEffect(id: string): Promise<'run' | 'superseded' | 'busy'>
  leaveEffect(id: string): Promise<void>
}

/** Done, or to be tried again later without having failed (flood limits, an album still arriving). */
export type RunResult = 'done' | { again: number }

export type WorkerLog = { error(fields: object, message: string): void }

export type WorkerOptions = {
  connection: Redis
  prefix?: string | undefined
  /** The use case behind an effect. `attempt` counts from 1. */
  run: (effect: Effect, context: { attempt: number }) => Promise<RunResult>
  store: Outbox
  log: WorkerLog
  concurrency?: number
}

export type EffectWorker = {
  /** Takes nothing new, waits for what is running, fifteen seconds at most: the rest is run again after the start. */
  close(): Promise<void>
}

/** BullMQ would wait 15 s after a lost connection before it asks for work again. */
const RECONNECT_MS = 1000

/** How long a stop waits for what is running. */
const CLOSE_MS = 15_000

/** A job whose process was killed is taken up again within seconds, not after BullMQ's minute; a deploy or two must not fail it. */
const LOST_JOBS = { lockDuration: 10_000, stalledInterval: 5000, maxStalledCount: 5 } as const

/** While another run about the same thing goes on. */
const BUSY_MS = 500

/** Takes jobs, runs them, and crosses them out in the outbox. */
export function makeWorker({ connection, prefix = 'q', run, store, log, concurrency = 4 }: WorkerOptions): EffectWorker {
  const work = async (job: Job<unknown>, token?: string): Promise<null> => {
    const id = job.id ?? ''
    const parsed = JobData.safeParse(job.data)
    if (!parsed.success) throw new UnrecoverableError('job.unreadable')
    const leave = await store.beginEffect(id)
    if (leave === 'superseded') return null
    if (leave === 'busy') return putOff(job, BUSY_MS, token)
    const { again } = await attempt(id, job.attemptsMade + 1, parsed.data.effect)
    return again === null ? null : putOff(job, again, token)
  }

  const attempt = async (id: string, number: number, effect: Effect): Promise<{ again: number | null }> => {
    try {
      const result = await run(effect, { attempt: number })
      if (result !== 'done') {
        await store.leaveEffect(id)
        return result
      }
      await store.effectDone(id)
      return { again: null }
    } catch (error) {
      throw await report({ id, number, effect, error })
    }
  }

  /** The log gets the code and where; the job, which lies in Redis, only the reference. */
  const report = async (failure: { id: string; number: number; effect: Effect; error: unknown }): Promise<Error> => {
    const reference = newId(8)
    const { id, number, effect, error } = failure
    log.error({ reference, job: id, kind: effect.kind, attempt: number, ...describeError(error) }, 'job failed')
    await store.leaveEffect(id).catch(() => {})
    return new Error(`job.failed ${reference}`)
  }

  const hire = (): Worker<unknown> => {
    const worker = new Worker<unknown>(QUEUE, work, { connection, prefix, concurrency, autorun: false, runRetryDelay: RECONNECT_MS, ...LOST_JOBS })
    return worker.on('error', error => log.error(describeError(error), 'queue trouble'))
  }
  return keepHired(connection, hire)
}

/** A BullMQ worker that is made while Redis is down stays broken for good: make another until one is ready. */
export function keepHired(connection: Redis, hire: () => Worker<unknown>): EffectWorker {
  let worker: Worker<unknown> | null = null
  let closing = false
  const start = async (): Promise<void> => {
    while (!closing) {
      await connection.ping().catch(() => sleep(RECONNECT_MS))
      if (closing) return
      const one = worker = hire()
      const ready = await one.waitUntilReady().then(() => true, () => false)
      // Ends when the worker is closed, or breaks.
      if (ready) await one.run().catch((error: Error) => one.emit('error', error))
      if (closing) return
      await one.close(true).catch(() => {})
      await sleep(RECONNECT_MS)
    }
  }
  void start()
  return {
    async close() {
      closing = true
      // With Redis down there is nobody to say goodbye to, and BullMQ would wait for it.
      if (worker) await Promise.race([worker.close(), sleep(CLOSE_MS, null, { ref: false })])
    },
  }
}

export async function putOff(job: Job<unknown>, ms: number, token: string | undefined): Promise<never> {
  await job.moveToDelayed(Date.now() + ms, token)
  throw new DelayedError()
}
