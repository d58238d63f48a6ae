import { z } from 'zod'

/** Why an item goes back; each code is worded for the candidate in their language. */
export const RETURN_REASONS = ['missing', 'unreadable', 'cut', 'wrong', 'expired', 'missing-page', 'name-differs', 'not-translated', 'other'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** These make what was sent worthless: the new pages take its place. Otherwise they are added to it. */
const REPLACED: readonly string[] = ['unreadable', 'cut', 'wrong', 'expired'] satisfies ReturnReason[]

export const isReplaced = (reason: string | null): boolean => reason !== null && REPLACED.includes(reason)

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
