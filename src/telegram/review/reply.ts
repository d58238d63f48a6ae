import type { Context, NextFunction } from 'grammy'
import { answerQuestion, questionOf } from '../../app/questions/answer-question.ts'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { isBlocked } from '../outage.ts'
import { actorOf } from './call.ts'
import { sayHere } from './show.ts'

/** A picture, a file or a voice message as it is, after a line that says what it answers. False when the candidate has stopped the bot. */
async function copy(ctx: Context, account: number): Promise<boolean> {
  try {
    await ctx.copyMessage(account)
    return true
  } catch (error) {
    if (!isBlocked(error)) throw error
    return false
  }
}

/** Only a reply to a candidate's question goes out; every other word in the group stays inside. */
export const replyTaker = (desk: Desk) => async (ctx: Context, next: NextFunction): Promise<void> => {
  const asked = ctx.message?.reply_to_message
  if (!ctx.chat || !asked || asked.from?.id !== ctx.me.id) return next()
  const question = await questionOf(desk, ctx.chat.id, asked.message_id)
  if (!question) return next()
  const text = ctx.message?.text ?? ctx.message?.caption ?? '📎'
  const sent = await answerQuestion(desk, { question, text, actor: actorOf(ctx), update: ctx.update.update_id })
  const reached = sent.ok && (ctx.message?.text !== undefined || (await copy(ctx, question.found.account)))
  await sayHere(ctx, { html: desk.words.in(await staffLang(desk))(reached ? 'questions.answered' : 'questions.notReached') })
}
