import type { Context } from 'grammy'
import { type Actor, type Desk, type Request, staffLang } from '../../app/review/desk.ts'
import { askCard } from '../../app/dossier/ask-card.ts'
import { plainText } from '../../domain/case/phrase.ts'
import type { Lang } from '../../domain/case/case.ts'
import type { Refusal } from '../../domain/review/permission.ts'
import type { DeskPress } from '../../domain/review/press.ts'
import { answerPress } from './show.ts'

/** One press of a desk button with all that answering it needs. */
export type Call = {
  desk: Desk
  ctx: Context
  request: Request
  arg: string | null
  lang: Lang
  /** Plain words in the group's language. */
  say(key: string, values?: Record<string, string | number>): string
}

/** Who talks, by the name the colleagues see. */
export const actorOf = (ctx: Context): Actor => {
  const { id = 0, first_name = '', last_name = '' } = ctx.from ?? {}
  return { id, name: [first_name, last_name].filter((each) => each !== '').join(' ').slice(0, 64) }
}

export async function callOf(desk: Desk, ctx: Context, press: DeskPress): Promise<Call> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const request = { id: press.case, revision: press.revision, update: ctx.update.update_id, actor: actorOf(ctx) }
  return { desk, ctx, request, arg: press.arg, lang, say: (key, values) => plainText(t(key, values)) }
}

/** Why nothing happened; where the case moved on, the card is drawn again. */
export async function refuse(call: Call, refusal: Refusal): Promise<void> {
  if (refusal.reason === 'stale' || refusal.reason === 'taken') await askCard(call.desk, call.request.id)
  await answerPress(call.ctx, call.say(`review.refusal.${refusal.reason}`, { name: refusal.by ?? '—' }), true)
}
