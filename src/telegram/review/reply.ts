import type { Context, NextFunction } from 'grammy'
import { answerQuestion, questionOf } from '../../app/questions/answer-question.ts'
import type { Desk } from '../../app/review/desk.ts'
import { rememberOut } from '../../app/review/talk.ts'
import { actorOf } from './call.ts'
import { copyOut, sayOutcome } from './out.ts'

/** A reply to a candidate's question goes out, quoting it; a picture, a file or a voice message follows as it is. */
export const replyTaker = (desk: Desk) => async (ctx: Context, next: NextFunction): Promise<void> => {
  const asked = ctx.message?.reply_to_message
  if (!ctx.chat || !ctx.message || !asked || asked.from?.id !== ctx.me.id) return next()
  const question = await questionOf(desk, ctx.chat.id, asked.message_id)
  if (!question) return next()
  const text = ctx.message.text
  const first = await answerQuestion(desk, { question, text: text ?? ctx.message.caption ?? '📎', actor: actorOf(ctx), update: ctx.update.update_id })
  const sent = first.ok && text === undefined ? await copyOut(ctx, question.found.account) : first
  if (sent.ok) {
    const out = { case: question.found.id, question: text === undefined ? null : question.question.id, message: sent.message, kind: text === undefined ? 'caption' as const : 'text' as const }
    await rememberOut(desk, { chat: ctx.chat.id, message: ctx.message.message_id }, out)
  }
  await sayOutcome(desk, ctx, sent, 'questions.answered')
}
