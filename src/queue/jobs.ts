import { z } from 'zod'
import { Effect } from '../app/ports.ts'

/** The queue's name; BullMQ writes it into every key. */
export const QUEUE = 'effects'

/** What a job carries: ids only, so that neither Redis nor a log of it says anything about a person. */
export const JobData = z.object({ effect: Effect })
export type JobData = z.infer<typeof JobData>

/** Eight runs over about four minutes, then the job is set aside until the sweep tries again. */
export const ATTEMPTS = 8
export const BACKOFF = { type: 'exponential', delay: 2000 } as const

/** Otherwise a queue that is made while Redis is down stays broken for good, even when Redis comes back. */
export const PATIENT = { skipWaitingForReady: true } as const

/** How many failed jobs stay for looking at; they hold a code, no message. */
export const FAILED_KEPT = 200
