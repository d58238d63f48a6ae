import { z } from 'zod'
import { Plain, Secret } from '../domain/case/case.ts'
import { ReviewDraft } from '../domain/review/draft.ts'
import { TopicRecord } from './topics.ts'

/** Names in the vault: of a case's snapshot beside its files, and of the global state. */
export const SNAPSHOT = 'snapshot.json'
export const GLOBAL_STATE = 'state'

/** One JSON object, enough to put a case back into an empty Redis. */
export const Snapshot = z.object({
  at: z.number().int(),
  case: Plain.extend({ secret: Secret }),
  audit: z.array(z.object({ at: z.number().int(), who: z.string(), what: z.string(), revision: z.number().int() })),
  words: z.record(z.string(), z.string()),
  draft: ReviewDraft.nullable().default(null),
  index: z.object({ iin: z.string().nullable(), phone: z.string().nullable() }),
})
export type Snapshot = z.infer<typeof Snapshot>

export const GlobalState = z.object({
  topics: z.record(z.string(), TopicRecord),
  facts: z.record(z.string(), z.string()),
  versions: z.record(z.string(), z.string()).default({}),
})
export type GlobalState = z.infer<typeof GlobalState>

export const toBytes = (value: Snapshot | GlobalState): Buffer => Buffer.from(JSON.stringify(value))

export const fromBytes = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'))
