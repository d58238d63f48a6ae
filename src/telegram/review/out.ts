import { type Context, GrammyError, type NextFunction } from 'grammy'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { caseOfThread, followEdit, outOf, rememberOut, writeOut } from '../../app/review/talk.ts'
import { deskData } from '../../domain/review/press.ts'
import { plainText } from '../../domain/case/phrase.ts'
import type { Sent } from '../../app/ports.ts'
import { refusalOf } from '../messenger.ts'
import { actorOf } from './call.ts'
import type { Act } from './card-presses.ts'
import { answerPress, sayHere, threadOf } from './show.ts'

/** How the delivery ended, said to the colleague; a failure with its cause. */
export async function sayOutcome(desk: Desk, ctx: Context, sent: Sent, key = 'review.wrote'): Promise<void> {
  const t = desk.words.in(await staffLang(desk))
  if (sent.ok) return void (await sayHere(ctx, { html: t(key) }))
  await sayHere(ctx, { html: sent.reason === 'blocked' ? t('questions.notReached') : t('review.notDelivered', { cause: sent.detail.slice(0, 120) }) })
}

/** A picture, a file or a voice message as it is, under a line that says from whom. */
export async function copyOut(ctx: Context, account: number): Promise<Sent> {
  try {
    return { ok: true, message: (await ctx.copyMessage(account)).message_id }
  } catch (error) {
    const refusal = error instanceof GrammyError ? refusalOf(error) : null
    if (!refusal) throw error
    return refusal
  }
}

/** Sends the colleague's message, whatever it is, to the candidate of the case. */
export async function writeHere(desk: Desk, ctx: Context, id: string): Promise<void> {
  const found = await desk.store.load(id)
  const message = ctx.message
  if (!found || !message || !ctx.chat) return
  const text = message.text
  const first = await writeOut(desk, { found, text: text ?? message.caption ?? '📎', actor: actorOf(ctx), update: ctx.update.update_id })
  const sent = first.ok && text === undefined ? await copyOut(ctx, found.account) : first
  if (sent.ok) await rememberOut(desk, { chat: ctx.chat.id, message: message.message_id }, { case: id, question: null, message: sent.message, kind: text === undefined ? 'caption' : 'text' })
  await sayOutcome(desk, ctx, sent)
}

/** A message that went out and is edited in the group is edited at the candidate's too. */
export const editTaker = (desk: Desk) => async (ctx: Context): Promise<void> => {
  const edited = ctx.editedMessage
  const went = edited ? await outOf(desk, { chat: edited.chat.id, message: edited.message_id }) : null
  if (!edited || !went) return
  if (went.out.kind === 'text') {
    const sent = await followEdit(desk, went, edited.text ?? '')
    if (!sent.ok) await sayOutcome(desk, ctx, sent)
    return
  }
  await ctx.api.editMessageCaption(went.found.account, went.out.message, { caption: edited.caption ?? '' }).catch((error: unknown) => { if (!refusalOf(error)) throw error })
}

/** How long one offer in a topic stands for all that is said there. */
const OFFERED_S = 900

/** Words in an applicant's topic stay inside; now and then, in case they were meant for the candidate, "send" is offered. */
export const offerTaker = (desk: Desk) => async (ctx: Context, next: NextFunction): Promise<void> => {
  const message = ctx.message
  const thread = threadOf(ctx)
  const found = message?.text === undefined || thread === null ? null : await caseOfThread(desk, thread)
  const name = `staff.offer.${thread}.${ctx.from?.id}`
  if (!found || !message || (await desk.store.note(name)) !== null) return next()
  await desk.store.saveNote(name, '1', OFFERED_S)
  const t = desk.words.in(await staffLang(desk))
  const data = deskData({ case: found.id, revision: found.stamp, action: 'sendout' })
  await ctx.reply(t('review.inside'), {
    parse_mode: 'HTML', reply_markup: { inline_keyboard: [[{ text: plainText(t('review.button.sendout')), callback_data: data }]] },
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true }, ...(thread === null ? {} : { message_thread_id: thread }),
  })
}

/** "Send" under the offer: the words it answers go to the candidate after all. */
export const sendOut: Act = async ({ desk, ctx, request, say }) => {
  const offer = ctx.callbackQuery?.message
  const remark = offer && 'reply_to_message' in offer ? offer.reply_to_message : undefined
  const found = await desk.store.load(request.id)
  if (!found || !remark?.text || !ctx.chat) return answerPress(ctx, say('review.refusal.gone'), true)
  const sent = await writeOut(desk, { found, text: remark.text, actor: request.actor, update: request.update })
  if (sent.ok) await rememberOut(desk, { chat: ctx.chat.id, message: remark.message_id }, { case: found.id, question: null, message: sent.message, kind: 'text' })
  await answerPress(ctx)
  await sayOutcome(desk, ctx, sent)
}
