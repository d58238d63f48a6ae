import type { Context } from 'grammy'
import { isManager } from '../../app/review/access.ts'
import { type Desk, managerLang, staffLang } from '../../app/review/desk.ts'
import type { Lang } from '../../domain/case/case.ts'

/** A manager's update where managers work: their private chat, or the staff group. */
export type Manager = { desk: Desk; ctx: Context; id: number; lang: Lang; say(key: string, values?: Record<string, string | number>): string }

export const isInGroup = (desk: Desk, ctx: Context): boolean => ctx.chat?.id === desk.messenger.staffChat()

/** Null for everybody else and everywhere else. */
export async function managerOf(desk: Desk, ctx: Context): Promise<Manager | null> {
  const id = ctx.from?.id ?? 0
  if (!isManager(desk, id) || ctx.from?.is_bot === true || (ctx.chat?.type !== 'private' && !isInGroup(desk, ctx))) return null
  const lang = await (isInGroup(desk, ctx) ? staffLang(desk) : managerLang(desk, id))
  return { desk, ctx, id, lang, say: desk.words.in(lang) }
}
