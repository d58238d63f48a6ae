import type { Button } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Step } from '../../domain/interview/next.ts'
import type { Chat } from '../context.ts'
import { textOptions } from '../markup.ts'
import { screenOf, withRemarks } from '../show.ts'
import { said } from '../send.ts'

const toCentre = (ctx: Chat, found: Case, objection: boolean): Button =>
  ({ text: ctx.t('questions.send'), data: `${objection ? 'O' : 'A'}:${found.id}` })

const asAnswer = (ctx: Chat, found: Case, step: Step): Button => ({ text: ctx.t('chat.isAnswer'), data: `V:${found.id}:${step.key}` })

/** Sends a screen as a reply to the person's words: its buttons find them there, so nothing is kept meanwhile. */
async function replying(ctx: Chat, found: Case, { remark, buttons, bare }: { remark: string; buttons: Button[]; bare?: boolean }): Promise<void> {
  const screen = bare ? { html: remark, buttons: [] } : withRemarks(screenOf(ctx.app, found), [remark])
  const own = [...buttons.map((each) => [each]), ...(screen.buttons ?? [])]
  said(ctx)
  await ctx.reply(screen.html, {
    ...textOptions({ html: screen.html, buttons: own }),
    ...(ctx.message ? { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } } : {}),
  })
}

/** The case is with the centre, or the words object to a hint: they are most likely meant for people. */
export async function offerToAsk(ctx: Chat, found: Case, objection = false): Promise<void> {
  const drop: Button = { text: ctx.t('questions.drop'), data: `s:${found.id}` }
  await replying(ctx, found, { remark: ctx.t(objection ? 'chat.sendObjection' : 'chat.sendToCentre'), buttons: [toCentre(ctx, found, objection), drop], bare: true })
}

/** A question nobody here can answer, in the middle of another one: to the centre, or was it the answer after all? */
export const holdQuestion = (ctx: Chat, found: Case, step: Step): Promise<void> =>
  replying(ctx, found, { remark: ctx.t('chat.heldQuestion'), buttons: [toCentre(ctx, found, false), ...(step.question.kind === 'text' ? [asAnswer(ctx, found, step)] : [])] })
