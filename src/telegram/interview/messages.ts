import type { Message } from 'grammy/types'
import { type Case } from '../../domain/case/case.ts'
import { type Aside, asideIn } from '../../domain/interview/asides.ts'
import { openStep } from '../../app/interview/reply.ts'
import { correct } from '../../app/interview/correct.ts'
import { settlePending } from '../../app/interview/pending.ts'
import { readYesNo } from '../../domain/reading/yes-no.ts'
import { back } from '../../app/interview/steer.ts'
import { type Chat, updateOf } from '../context.ts'
import { currentCase } from '../current-case.ts'
import { say, showCase } from '../send.ts'
import { answer, help, showReplied } from './answer.ts'
import { foundScreen } from './look-screens.ts'
import { fold } from '../../domain/reading/normal.ts'
import { centreFacts, consentScreen, languageScreen, menuScreen } from './menu-screens.ts'

const FROM_PROFILE = ['price', 'exam', 'retake', 'address', 'hours', 'duration'] as const

/** The answer to a question asked in the middle: from the profile, or from the law. */
function asideText(ctx: Chat, aside: Aside): string {
  const own = FROM_PROFILE.find((each) => each === aside)
  if (!own) return ctx.t(`chat.aside.${aside}`)
  return `<b>${ctx.t(`centre.${own}`)}</b>\n${centreFacts(ctx.app, ctx.lang)[own]}`
}

/** Words of the small keyboard under the phone question, which cannot carry buttons of its own. */
async function steering(ctx: Chat, found: Case, text: string): Promise<boolean> {
  if (text === ctx.t('chat.back')) {
    const done = await back(ctx.app, { id: found.id, update: updateOf(ctx) })
    await say(ctx, { html: ctx.t('chat.goingBack'), keyboard: 'remove' })
    if (done) await showCase(ctx, { ...done.case, lang: ctx.lang })
    return true
  }
  if (text === ctx.t('chat.help')) await help(ctx, found)
  else if (text === ctx.t('chat.later')) await say(ctx, { html: ctx.t('chat.laterText'), keyboard: 'remove' })
  else return false
  return true
}

/** A free-text answer may contain any word; only a question mark makes it a question there. */
function isAside(found: Case, kind: string | undefined, text: string): Aside | null {
  const aside = asideIn(text)
  const free = found.status === 'interview' && kind === 'text'
  return aside !== null && (!free || text.includes('?')) ? aside : null
}

/** The case is with the centre: what a person writes now is most likely meant for people. The answered message holds the words. */
async function offerToAsk(ctx: Chat, found: Case, objection = false): Promise<void> {
  if (found.status === 'paused') return showCase(ctx, found)
  await ctx.reply(ctx.t(objection ? 'chat.sendObjection' : 'chat.sendToCentre'), {
    parse_mode: 'HTML', ...(ctx.message ? { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } } : {}),
    reply_markup: { inline_keyboard: [[{ text: ctx.t('questions.send'), callback_data: `${objection ? 'O' : 'A'}:${found.id}` }], [{ text: ctx.t('questions.drop'), callback_data: `s:${found.id}` }]] },
  })
}

/** A waiting edit is answered by yes or no, typed as well. */
async function confirm(ctx: Chat, found: Case, text: string): Promise<void> {
  const yes = readYesNo(text)
  if (!yes.ok) return showCase(ctx, found)
  const done = await settlePending(ctx.app, { id: found.id, update: updateOf(ctx), yes: yes.value })
  await showCase(ctx, done ? { ...done.case, lang: ctx.lang } : found)
}

async function onCase(ctx: Chat, found: Case, text: string): Promise<void> {
  if (found.secret.pending) return confirm(ctx, found, text)
  if (await steering(ctx, found, text)) return
  const step = openStep(ctx.app, found)
  const aside = isAside(found, step?.question.kind, text)
  if (aside === 'objection') return offerToAsk(ctx, found, true)
  if (aside) return showCase(ctx, found, [asideText(ctx, aside)])
  if (!step) return found.status === 'collecting' || found.status === 'returned' ? showCase(ctx, found, [ctx.t('chat.notUnderstood')]) : offerToAsk(ctx, found)
  if (step.question.kind === 'profession') {
    return say(ctx, foundScreen(ctx.app, ctx.lang, ctx.app.search(text, 6), { look: false, case: found.id }))
  }
  if (!(await answer(ctx, found.id, null, { text }))) await say(ctx, menuScreen(ctx.app, ctx.lang))
}

/** Words typed with no case open: a question, or a trade to look at. */
async function looking(ctx: Chat, text: string): Promise<void> {
  const aside = asideIn(text)
  if (aside) {
    const screen = menuScreen(ctx.app, ctx.lang)
    return say(ctx, { ...screen, html: asideText(ctx, aside) })
  }
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
