import { openStep } from '../../app/interview/reply.ts'
import { back } from '../../app/interview/steer.ts'
import type { Case } from '../../domain/case/case.ts'
import { type Aside, asideIn, isQuestion } from '../../domain/interview/asides.ts'
import type { Step } from '../../domain/interview/next.ts'
import { skipsOf } from '../../domain/interview/question.ts'
import { steeringIn } from '../../domain/interview/steering.ts'
import { type Chat, updateOf } from '../context.ts'
import { say, showCase } from '../send.ts'
import { screenOf, withRemarks } from '../show.ts'
import { askSkip, help } from './answer.ts'
import { centreFacts, languageScreen } from './menu-screens.ts'

const FROM_PROFILE = ['price', 'exam', 'retake', 'address', 'hours', 'duration'] as const

/** The answer to a question asked in the middle: from the profile, or from the law. */
export function asideText(ctx: Chat, aside: Aside): string {
  const own = FROM_PROFILE.find((each) => each === aside)
  if (!own) return ctx.t(`chat.aside.${aside}`)
  return `<b>${ctx.t(`centre.${own}`)}</b>\n${centreFacts(ctx.app, ctx.lang)[own]}`
}

/** The answer, then the open question again; whoever wants to know more may ask the centre. */
export async function showAside(ctx: Chat, found: Case, aside: Aside): Promise<void> {
  const screen = withRemarks(screenOf(ctx.app, found), [asideText(ctx, aside)])
  const ask = aside === 'thanks' || !screen.buttons ? [] : [[{ text: ctx.t('questions.ask'), data: 'm:ask' }]]
  await say(ctx, { ...screen, ...(screen.buttons ? { buttons: [...screen.buttons, ...ask] } : {}) })
}

async function goBack(ctx: Chat, found: Case): Promise<void> {
  const done = await back(ctx.app, { id: found.id, update: updateOf(ctx) })
  await say(ctx, { html: ctx.t('chat.goingBack'), keyboard: 'remove' })
  if (done) await showCase(ctx, { ...done.case, lang: ctx.lang }, done.result ? [] : [ctx.t('chat.nothingBefore')])
}

/** Back, skip, help, later and language as words: typed, or from the keyboard under the phone question, which has no other buttons. */
export async function steering(ctx: Chat, found: Case, text: string): Promise<boolean> {
  const step = openStep(ctx.app, found)
  const wish = steeringIn(text)
  if (wish === null || (!step && wish !== 'help' && wish !== 'language')) return false
  if (wish === 'unknown' && !(step && skipsOf(step.question).length > 0)) return false
  if (wish === 'back') await goBack(ctx, found)
  else if (wish === 'help') await help(ctx, found)
  else if (wish === 'language') await say(ctx, languageScreen(ctx.app))
  else if (wish === 'skip' || wish === 'unknown') await askSkip(ctx, found, step?.key ?? '')
  else await say(ctx, { html: ctx.t('chat.laterText'), keyboard: 'remove' })
  return true
}

/** A free-text answer may contain any word; there only what is put as a question is one. */
export function asideOf(step: Step | null, text: string): Aside | null {
  const aside = asideIn(text)
  const free = step?.question.kind === 'text'
  return aside !== null && (!free || aside === 'objection' || isQuestion(text)) ? aside : null
}

/** Who does not agree under their name need not: nothing is kept then. */
export const refuseConsent = (ctx: Chat, found: Case): Promise<void> =>
  say(ctx, { html: ctx.t('consent.refusedLater'), buttons: [[{ text: ctx.t('privacy.erase'), data: `E:${found.id}` }], [{ text: ctx.t('chat.goOn'), data: `s:${found.id}` }]] })
