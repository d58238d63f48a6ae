import { z } from 'zod'
import { clauseSchema } from '../requirements/demand.ts'
import { itemKinds } from '../requirements/item.ts'

const Values = z.record(z.string(), z.union([z.string(), z.number()]))
const Need = z.enum(['required', 'optional', 'not-needed', 'centre-decides'])
const State = z.enum(['meets', 'not', 'human'])
/** Why it is so now: a locale key of `requirements` with its values, and the clause. */
const why = { reason: z.string().nullable(), values: Values, clause: clauseSchema.nullable() }

/** One difference that a new requirement makes to one person, as it was on that day. */
export const Change = z.discriminatedUnion('kind', [
  /** A paper: needed otherwise than before; null is "not on the list". With equal needs another paper of that kind is asked for. */
  z.object({ kind: z.literal('item'), item: z.string(), itemKind: z.enum(itemKinds), from: Need.nullable(), to: Need.nullable(), ...why }),
  /** A requirement: met otherwise than before. */
  z.object({ kind: z.literal('standing'), requirement: z.enum(['applies', 'age', 'education', 'experience', 'special']), from: State.nullable(), to: State.nullable(), ...why }),
])
export type Change = z.infer<typeof Change>

/** What the publishing of a catalogue's version changed in a case; `incomplete`: it was already with the staff, and lacks something since. `at` in seconds. */
export const CaseUpdate = z.object({ version: z.number().int(), at: z.number().int(), changes: z.array(Change), incomplete: z.boolean() })
export type CaseUpdate = z.infer<typeof CaseUpdate>
