import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { JobQueue } from '../app/ports.ts'
import { ATTEMPTS, BACKOFF, FAILED_KEPT, JobData, PATIENT, QUEUE } from './jobs.ts'

export type QueueOptions = {
  /** With maxRetriesPerRequest null; closed by whoever opened it. */
  connection: Redis
  /** First part of the queue's names in Redis; 'q' by default. */
  prefix?: string | undefined
  /** Told of connection errors; ioredis goes on trying by itself. */
  onError?: ((error: Error) => void) | undefined
}

export type EffectQueue = JobQueue & {
  /** When each job failed for good, in epoch milliseconds; null for a job that did not. */
  failedAt(ids: string[]): Promise<(number | null)[]>
  /** How many jobs wait, run or are put off. */
  depth(): Promise<number>
  close(): Promise<void>
}

/** Effects as BullMQ jobs. The job's id is the effect's: adding what is already there changes nothing. */
export function makeQueue({ connection, prefix = 'q', onError = () => {} }: QueueOptions): EffectQueue {
  const queue = new Queue<JobData>(QUEUE, {
    connection, prefix, ...PATIENT,
    // Nobody listens to BullMQ's events; ten thousand of them would be a megabyte.
    streams: { events: { maxLen: 100 } },
    defaultJobOptions: { attempts: ATTEMPTS, backoff: BACKOFF, removeOnComplete: true, removeOnFail: { count: FAILED_KEPT }, stackTraceLimit: 0 },
  })
  queue.on('error', onError)

  const failedAt = async (ids: string[]): Promise<(number | null)[]> => {
    if (ids.length === 0) return []
    const scores = await connection.zmscore(queue.toKey('failed'), ...ids)
    return scores.map(score => (score === null ? null : Number(score)))
  }

  return {
    failedAt,
    async dispatch(effects, delayMs = 0) {
      if (effects.length === 0) return
      // BullMQ ignores an id that has failed as well: it must go first.
      const failed = await failedAt(effects.map(({ id }) => id))
      for (const [n, { id }] of effects.entries()) if (failed[n] != null) await queue.remove(id)
      await queue.addBulk(effects.map(({ id, effect }) => ({ name: effect.kind, data: { effect }, opts: { jobId: id, delay: delayMs } })))
    },
    async depth() {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed')
      return Object.values(counts).reduce((sum, count) => sum + count, 0)
    },
    close: () => queue.close(),
  }
}
