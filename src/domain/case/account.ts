import { z } from 'zod'
import { Lang } from './case.ts'

/** The Telegram account that talks. Before consent nothing but the chat id and the language is kept. */
export const Account = z.object({
  id: z.number().int(),
  lang: Lang.nullable(),
  /** The case that answers and pages go to now. */
  current: z.string().nullable(),
  cases: z.array(z.string()),
  blocked: z.boolean(),
  /** Wants no notices but those that concern the own case. */
  muted: z.boolean().default(false),
})
export type Account = z.infer<typeof Account>

/** Mutes lie with the small facts of the process, which the vault keeps: an account itself is made anew after a loss. */
export const mutedFact = (id: number): string => `muted.${id}`

export const newAccount = (id: number): Account => ({ id, lang: null, current: null, cases: [], blocked: false, muted: false })
