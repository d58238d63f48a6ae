import type { Context, NextFunction } from 'grammy'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { showDraftOn } from '../../app/review/draft-return.ts'
import { draftScreen } from '../../app/review/draft-screen.ts'
import { keepNote } from '../../app/review/keep-note.ts'
import { actorOf } from './call.ts'
import { sayHere, showOn, threadOf } from './show.ts'

const NUMBER = /№ (\d\d-\d+)/

/**
 * Words typed in the group. The reviewer whose draft waits for a note has written it; everything else stays inside.
 * No conversation is kept for it: the draft itself knows that it waits, so a cancelled, sent or handed-back case waits no
 * longer, and colleagues' talk is never taken for a note.
 */
export const noteTaker = (desk: Desk) => async (ctx: Context, next: NextFunction): Promise<void> => {
  const text = ctx.message?.text ?? ''
  if (text.startsWith('/')) return next()
  const asked = ctx.message?.reply_to_message
  const ours = asked?.from?.id === ctx.me.id ? asked : undefined
  const repliedNumber = NUMBER.exec(ours?.text ?? '')?.[1] ?? null
  const kept = await keepNote(desk, { actor: actorOf(ctx), thread: threadOf(ctx), repliedNumber, text })
  if (kept === null) return next()
  const lang = await staffLang(desk)
  if (kept === 'long') return void (await sayHere(ctx, { html: desk.words.in(lang)('review.draft.long') }))
  const screen = draftScreen(desk, lang, kept)
  if (kept.draft.message !== null && (await showOn(ctx, kept.draft.message, screen))) return
  await showDraftOn(desk, kept, await sayHere(ctx, screen))
}
