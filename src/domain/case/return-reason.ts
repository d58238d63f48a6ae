/** Why an item goes back; each code is worded for the candidate in their language. */
export const RETURN_REASONS = ['missing', 'unreadable', 'cut', 'wrong', 'expired', 'missing-page', 'name-differs', 'not-translated', 'other'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** These make what was sent worthless: the new pages take its place. Otherwise they are added to it. */
const REPLACED: readonly string[] = ['unreadable', 'cut', 'wrong', 'expired'] satisfies ReturnReason[]

export const isReplaced = (reason: string | null): boolean => reason !== null && REPLACED.includes(reason)

export const isReturnReason = (reason: string | null): reason is ReturnReason => (RETURN_REASONS as readonly (string | null)[]).includes(reason)
