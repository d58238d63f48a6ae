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
})
export type Account = z.infer<typeof Account>

export const newAccount = (id: number): Account => ({ id, lang: null, current: null, cases: [], blocked: false })
