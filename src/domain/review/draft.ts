import { z } from 'zod'
import { RETURN_REASONS } from '../case/return-reason.ts'

export { RETURN_REASONS, type ReturnReason } from '../case/return-reason.ts'

/** A decision being prepared: the items to return with their reasons, and one note. Bound to the case's round. */
export const ReviewDraft = z.object({
  round: z.number().int(),
  reviewer: z.number().int(),
  message: z.number().int().nullable(),
  picking: z.string().nullable(),
  returns: z.record(z.string(), z.enum(RETURN_REASONS)),
  /** Sealed like everything a person writes about another. */
  note: z.string().nullable(),
  /** The message that asks for the note, while it is awaited: the reviewer's next words in the topic are the note. */
  asking: z.number().int().nullable().optional(),
})
export type ReviewDraft = z.infer<typeof ReviewDraft>
