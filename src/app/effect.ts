import { z } from 'zod'

export const NEWS = ['exam', 'result', 'reopened', 'closed', 'moved'] as const

/** What must happen outside Redis after a change: carries ids only, running it twice is harmless. */
export const Effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fetch'), case: z.string(), upload: z.string() }),
  z.object({ kind: z.literal('receipt'), case: z.string(), batch: z.string() }),
  /** A page shown to the candidate: as it was sent, or laid flat. */
  z.object({ kind: z.literal('page'), case: z.string(), upload: z.string(), page: z.number().int(), flat: z.boolean() }),
  z.object({ kind: z.literal('card'), case: z.string() }),
  /** `accepted`: the final acceptance, in seconds since 1970; without it the sending. */
  z.object({ kind: z.literal('seal'), case: z.string(), round: z.number().int(), accepted: z.number().int().optional() }),
  z.object({ kind: z.literal('handover'), case: z.string(), reviewer: z.number().int(), round: z.number().int() }),
  z.object({ kind: z.literal('decision'), case: z.string(), round: z.number().int() }),
  /** Something staff entered that the candidate must hear; `at` in seconds tells one entry from the next. */
  z.object({ kind: z.literal('news'), case: z.string(), news: z.enum(NEWS), at: z.number().int() }),
  z.object({ kind: z.literal('question'), case: z.string(), question: z.string() }),
  /** The filled application, marked as a sample, for the candidate to look at before sending. */
  z.object({ kind: z.literal('form'), case: z.string() }),
  /** The candidate's own list, as a picture and for the printer, asked for by a button. */
  z.object({ kind: z.literal('list'), case: z.string() }),
  /** Every open case is judged by that version of the catalogue; `case` is a word in its place. */
  z.object({ kind: z.literal('rejudge'), case: z.literal('catalogue'), version: z.number().int() }),
  /** A person whose checklist a version changed hears what; once per account, named by `case`. */
  z.object({ kind: z.literal('update'), case: z.string(), version: z.number().int() }),
  z.object({ kind: z.literal('checklist'), case: z.string(), round: z.number().int() }),
])
export type Effect = z.infer<typeof Effect>
