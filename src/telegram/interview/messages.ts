import type { Message } from 'grammy/types'
import { correct } from '../../app/interview/correct.ts'
import { joinAnswer } from '../../app/interview/join.ts'
import { settlePending } from '../../app/interview/pending.ts'
import { readInput } from '../../app/interview/read-input.ts'
import { openStep } from '../../app/interview/reply.ts'
import { type Case } from '../../domain/case/case.ts'
import { asideIn, isOpenQuestion } from '../../domain/interview/asides.ts'
import type { Step } from '../../domain/interview/next.ts'
import { steeringIn } from '../../domain/interview/steering.ts'
import { fold } from '../../domain/reading/normal.ts'
import { readYesNo } from '../../domain/reading/yes-no.ts'
import { type Chat, updateOf } from '../context.ts'
import { currentCase } from '../current-case.ts'
import { say, showCase } from '../send.ts'
import { answer, showReplied } from './answer.ts'
import { holdQuestion, offerToAsk } from './held.ts'
import { foundScreen } from './look-screens.ts'
import { consentScreen, languageScreen, menuScreen } from './menu-screens.ts'
import { asideOf, asideText, refuseConsent, showAside, steering } from './side-talk.ts'

/** A waiting edit is answered by yes or no, typed as well. */
async function confirm(ctx: Chat, found: Case, text: string): Promise<void> {
  const yes = readYesNo(text)
  if (!yes.ok) return showCase(ctx, found)
  const done = await settlePending(ctx.app, { id: found.id, update: updateOf(ctx), yes: yes.value })
  await showCase(ctx, done ? { ...done.case, lang: ctx.lang } : found)
}

/** Words that came before their question could be read, or cannot answer it, may go on with the answer before. */
async function joins(ctx: Chat, found: Case, { step, text }: { step: Step; text: string }): Promise<boolean> {
  const early = ctx.early.isEarly(ctx.update, found.account)
  if (!early && step.key !== 'consentName') return false
  if (!(early && step.question.joins) && readInput(ctx.app, step, { text }).ok) return false
  const joined = await joinAnswer(ctx.app, { id: found.id, update: updateOf(ctx), message: ctx.message?.message_id ?? 0, text, early })
  if (!joined?.result) return false
  await showReplied(ctx, { ...joined.case, lang: ctx.lang }, joined.result)
  return true
}

async function onCase(ctx: Chat, found: Case, text: string): Promise<void> {
  if (found.secret.pending) return confirm(ctx, found, text)
  if (await steering(ctx, found, text)) return
  const step = openStep(ctx.app, found)
  const aside = asideOf(step, text)
  if (aside === 'objection') return step?.key === 'consentName' ? refuseConsent(ctx, found) : found.status === 'paused' ? showCase(ctx, found) : offerToAsk(ctx, found, true)
  if (aside) return showAside(ctx, found, aside)
  if (!step) return noStep(ctx, found)
  if (await joins(ctx, found, { step, text })) return
  const trades = step.question.kind === 'profession' ? ctx.app.search(text, 6) : null
  if (isOpenQuestion(text) && !trades?.length) return holdQuestion(ctx, found, step)
  if (trades) return say(ctx, foundScreen(ctx.app, ctx.lang, trades, { look: false, case: found.id }))
  if (!(await answer(ctx, found.id, null, { text }))) await say(ctx, menuScreen(ctx.app, ctx.lang))
}

async function noStep(ctx: Chat, found: Case): Promise<void> {
  if (found.status === 'paused') return showCase(ctx, found)
  if (found.status === 'collecting' || found.status === 'returned') return showCase(ctx, found, [ctx.t('chat.notUnderstood')])
  return offerToAsk(ctx, found)
}

/** Words typed with no case open: a question, or a trade to look at. */
async function looking(ctx: Chat, text: string): Promise<void> {
  const aside = asideIn(text)
  if (aside) {
    const screen = menuScreen(ctx.app, ctx.lang)
    return say(ctx, { ...screen, html: asideText(ctx, aside) })
  }
  const wish = steeringIn(text)
  if (wish === 'language') return say(ctx, languageScreen(ctx.app))
  if (wish === 'help') return say(ctx, { ...menuScreen(ctx.app, ctx.lang), html: ctx.t('chat.helpGeneral') })
  // Typed consent is not pressed consent: the text to agree to is shown once more.
  if (/соглас|келис|agree/.test(fold(text)) || readYesNo(text).ok) return say(ctx, consentScreen(ctx.app, ctx.lang, null))
  const found = ctx.app.search(text, 6)
  if (found.length > 0) return say(ctx, foundScreen(ctx.app, ctx.lang, found, { look: true }))
  const screen = menuScreen(ctx.app, ctx.lang)
  await say(ctx, { ...screen, html: ctx.t('chat.newHere') })
}

const KINDS = ['voice', 'sticker', 'location', 'audio', 'video_note', 'poll', 'dice'] as const

/** Voice, sticker and the like: an answer that helps, then the open question again. */
async function other(ctx: Chat, message: Message): Promise<void> {
  const kind = KINDS.find((each) => each in message)
  const key = kind === 'voice' || kind === 'audio' || kind === 'video_note' ? 'chat.voice' : 'chat.notText'
  const found = await currentCase(ctx)
  if (found) return showCase(ctx, found, [ctx.t(key)])
  await say(ctx, { ...menuScreen(ctx.app, ctx.lang), html: ctx.t(key) })
}

async function contact(ctx: Chat, message: Message): Promise<void> {
  const found = await currentCase(ctx)
  const number = message.contact?.phone_number
  if (!found || !number) return other(ctx, message)
  // Someone else's card is not a proof, but a number all the same when the applicant is somebody else.
  const own = message.contact?.user_id === ctx.from?.id || found.secret.answers['who']?.v === 'other'
  if (!own) return showCase(ctx, found, [ctx.t('chat.foreignContact')])
  const step = openStep(ctx.app, found)
  if (step?.key !== 'phone') return showCase(ctx, found, [ctx.t('chat.contactLater')])
  await answer(ctx, found.id, 'phone', { text: number.startsWith('+') ? number : `+${number}` })
}

/** Everything a person can type or send that is no command, no file and no button. */
export async function message(ctx: Chat, sent: Message): Promise<void> {
  if (ctx.account.lang === null) return say(ctx, languageScreen(ctx.app))
  if (sent.contact) return contact(ctx, sent)
  if (sent.text === undefined) return other(ctx, sent)
  const found = await currentCase(ctx)
  if (found) return onCase(ctx, found, sent.text)
  await looking(ctx, sent.text)
}

/** A corrected message corrects the answer it gave while the interview goes on; otherwise the way to change it is told. */
export async function edited(ctx: Chat): Promise<void> {
  const found = await currentCase(ctx)
  const text = ctx.editedMessage?.text
  if (!found) return
  const done = text && ctx.editedMessage ? await correct(ctx.app, { id: found.id, update: updateOf(ctx), message: ctx.editedMessage.message_id, text }) : null
  if (done?.result) return showReplied(ctx, { ...done.case, lang: ctx.lang }, done.result)
  await showCase(ctx, found, [ctx.t('chat.editedMessage')])
}
