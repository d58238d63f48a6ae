import { z } from 'zod'

/** What must happen outside Redis after a change: carries ids only, running it twice is harmless. */
export const Effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fetch'), case: z.string(), upload: z.string() }),
  z.object({ kind: z.literal('receipt'), case: z.string(), batch: z.string() }),
  z.object({ kind: z.literal('card'), case: z.string() }),
  z.object({ kind: z.literal('seal'), case: z.string(), round: z.number().int() }),
  z.object({ kind: z.literal('handover'), case: z.string(), reviewer: z.number().int(), round: z.number().int() }),
  z.object({ kind: z.literal('decision'), case: z.string(), round: z.number().int() }),
  /** The filled application, marked as a sample, for the candidate to look at before sending. */
  z.object({ kind: z.literal('question'), case: z.string(), question: z.string() }),
  z.object({ kind: z.literal('form'), case: z.string() }),
  z.object({ kind: z.literal('checklist'), case: z.string(), round: z.number().int() }),
])
export type Effect = z.infer<typeof Effect>
