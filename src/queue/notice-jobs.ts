import { DelayedError, type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Slice } from '../app/ports.ts'
import { describeError } from './describe-error.ts'
import { PATIENT } from './jobs.ts'
import { type EffectWorker, keepHired, putOff, type RunResult, type WorkerLog } from './worker.ts'

const QUEUE = 'notices'
const SliceData = z.object({ notice: z.string(), run: z.number().int(), slice: z.number().int() })

export type NoticeQueue = {
  /** A slice already in the queue is ignored. */
  offer(slices: readonly Slice[], urgent: boolean): Promise<void>
  close(): Promise<void>
}

/** Slices of notices as jobs; urgent notices go first. Nothing of a job stays: the ledger knows what was done. */
export function makeNoticeQueue({ connection, prefix = 'q', onError = () => {} }: { connection: Redis; prefix?: string; onError?: (error: Error) => void }): NoticeQueue {
  const queue = new Queue<Slice>(QUEUE, {
    connection, prefix, ...PATIENT, streams: { events: { maxLen: 100 } },
    defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true, stackTraceLimit: 0 },
  })
  queue.on('error', onError)
  return {
    async offer(slices, urgent) {
      await queue.addBulk(slices.map((slice) => ({ name: 'slice', data: slice, opts: { jobId: `${slice.notice}-${slice.run}-${slice.slice}`, priority: urgent ? 1 : 2 } })))
    },
    close: () => queue.close(),
  }
}

/** A killed process holds a slice no longer than this. */
const LOST_JOBS = { lockDuration: 6000, stalledInterval: 2000, maxStalledCount: 1000 } as const

/** One slice at a time in a process, one message at a time in a slice: a process that dies leaves one message in doubt, not several. */
export function makeNoticeWorker({ connection, prefix = 'q', run, log }: { connection: Redis; prefix?: string; run(slice: Slice): Promise<RunResult | 'left'>; log: WorkerLog }): EffectWorker {
  const work = async (job: Job<unknown>, token?: string): Promise<null> => {
    const slice = SliceData.safeParse(job.data)
    if (!slice.success) throw new UnrecoverableError('job.unreadable')
    try {
      const result = await run(slice.data)
      return typeof result === 'string' ? null : await putOff(job, result.again, token)
    } catch (error) {
      if (error instanceof DelayedError) throw error
      log.error({ job: job.id, ...describeError(error) }, 'a slice of a notice must come again')
      throw new Error('slice.failed')
    }
  }
  const hire = (): Worker<unknown> => {
    const worker = new Worker<unknown>(QUEUE, work, { connection, prefix, concurrency: 1, autorun: false, ...LOST_JOBS })
    return worker.on('error', (error) => log.error(describeError(error), 'notice queue trouble'))
  }
  return keepHired(connection, hire)
}
