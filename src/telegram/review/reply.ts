import type { Context, NextFunction } from 'grammy'
import { answerQuestion } from '../../app/questions/answer-question.ts'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { actorOf } from './call.ts'
import { sayHere } from './show.ts'

/** Only a reply to a candidate's question goes out; every other word in the group stays inside. */
export const replyTaker = (desk: Desk) => async (ctx: Context, next: NextFunction): Promise<void> => {
  const asked = ctx.message?.reply_to_message
  const text = ctx.message?.text
  if (!ctx.chat || !asked || !text || asked.from?.id !== ctx.me.id) return next()
  const sent = await answerQuestion(desk, { chat: ctx.chat.id, repliedTo: asked.message_id, text, actor: actorOf(ctx), update: ctx.update.update_id })
  if (!sent) return next()
  await sayHere(ctx, { html: desk.words.in(await staffLang(desk))(sent.ok ? 'questions.answered' : 'questions.notReached') })
}
