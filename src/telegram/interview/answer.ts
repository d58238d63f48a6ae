import type { Input } from '../../app/interview/input.ts'
import { stumbles } from '../../app/interview/stumbles.ts'
import { openStep, type Replied, reply } from '../../app/interview/reply.ts'
import type { Case } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import { type Chat, updateOf } from '../context.ts'
import { askedText, spoken } from '../../app/interview/asked.ts'
import { labelOf, skipsOf } from '../../domain/interview/question.ts'
import { answerPress, changeOrSay, say, settlePressed, showCase } from '../send.ts'
import { withRemarks, screenOf } from '../show.ts'
import { named } from './summary-screen.ts'

type Taken = Extract<Replied, { key: string }>

async function showTaken(ctx: Chat, found: Case, taken: Taken): Promise<void> {
  const said = sayPhrase(ctx.t, ctx.lang, taken.said)
  const asked = spoken(ctx.t, ctx.lang, labelOf(taken.step))
  const line = asked === said || taken.step.question.options?.(taken.step.view).length === 1 ? `✓ <b>${said}</b>` : `✓ ${named(asked)} <b>${said}</b>`
  if (taken.step.question.kind === 'contact') await say(ctx, { html: line, keyboard: 'remove' })
  const thanks = found.status === 'sent' ? [ctx.t('chat.sentThanks')] : []
  await showCase(ctx, found, thanks.length > 0 ? thanks : taken.echo ? [ctx.t('chat.understood', { label: plainText(asked), value: plainText(said) })] : [])
  await settlePressed(ctx, line)
  await answerPress(ctx)
}

async function showRefused(ctx: Chat, found: Case, result: Exclude<Replied, { ok: true }>): Promise<void> {
  if ('closed' in result) {
    await showCase(ctx, found)
    return answerPress(ctx, ctx.t('chat.oldButton'))
  }
  if ('old' in result) {
    const answered = result.old in found.secret.answers
    await showCase(ctx, found, [ctx.t(answered ? 'chat.alreadyAnswered' : 'chat.oldButton')])
    return answerPress(ctx, ctx.t('chat.oldButton'))
  }
  await showStumble(ctx, found, result)
  await answerPress(ctx)
}

/** The first time the reason, the second time another explanation with an example, from the third on a person is offered. */
async function showStumble(ctx: Chat, found: Case, result: Extract<Replied, { example: string | null }>): Promise<void> {
  const reason = `⚠️ ${sayPhrase(ctx.t, ctx.lang, result.reason)}`
  const count = await stumbles(ctx.app, found, openStep(ctx.app, found)?.key ?? '')
  const example = count > 1 && result.example ? `⚠️ ${ctx.t(`reading.example.${result.example}`)}` : reason
  const screen = withRemarks(screenOf(ctx.app, found), [example, ...(count > 2 ? [ctx.t('chat.askPerson')] : [])])
  const ask = count > 2 && screen.buttons ? { buttons: [...screen.buttons, [{ text: ctx.t('questions.ask'), data: 'm:ask' }]] } : {}
  await say(ctx, { ...screen, ...ask })
}

/** Hands one reply to the open question and shows what comes next; false when the case is gone. */
export async function answer(ctx: Chat, id: string, key: string | null, input: Input): Promise<boolean> {
  const done = await reply(ctx.app, { id, update: updateOf(ctx), key, input, message: 'text' in input ? (ctx.message?.message_id ?? null) : null })
  if (!done) return false
  await showReplied(ctx, { ...done.case, lang: ctx.lang }, done.result)
  return true
}

/** What came of a reply, and what comes next. */
export async function showReplied(ctx: Chat, found: Case, result: Replied): Promise<void> {
  ctx.kept = result.ok
  if (!result.ok) await showRefused(ctx, found, result)
  else if ('moved' in result) {
    await showCase(ctx, found)
    await answerPress(ctx)
  } else await showTaken(ctx, found, result)
}

/** The reasons a question may be skipped for. */
export async function askSkip(ctx: Chat, found: Case, key: string): Promise<void> {
  const step = openStep(ctx.app, found)
  const reasons = step?.key === key ? skipsOf(step.question) : []
  if (reasons.length === 0) {
    await showCase(ctx, found, ctx.callbackQuery ? [] : [ctx.t('interview.noSkip')])
    return answerPress(ctx, ctx.t('chat.oldButton'))
  }
  const buttons = reasons.map((reason) => [{ text: ctx.t(`interview.skip.${reason}`), data: `z:${found.id}:${key}:${reason}` }])
  if (reasons.length === 1 && reasons[0]) {
    await answer(ctx, found.id, key, { skip: reasons[0] })
    return
  }
  const asked = step ? askedText(ctx.t, ctx.lang, step) : ''
  await changeOrSay(ctx, { html: `${asked}\n\n<b>${ctx.t('chat.whySkip')}</b>`, buttons: [...buttons, [{ text: ctx.t('chat.back'), data: `s:${found.id}` }]] })
  await answerPress(ctx)
}

/** Help for the open question: why it is asked, with an example; then the question again. */
export async function help(ctx: Chat, found: Case): Promise<void> {
  const step = openStep(ctx.app, found)
  const key = step ? `interview.${step.question.id}.help` : ''
  const own = step && ctx.app.words.has(key) ? ctx.t(key) : ctx.t('chat.helpGeneral')
  const example = step && step.question.kind !== 'choice' && step.question.example ? [ctx.t(`reading.example.${step.question.example}`)] : []
  await say(ctx, withRemarks(screenOf(ctx.app, found), [`<b>${ctx.t('chat.help')}</b>\n${own}`, ...example]))
  await answerPress(ctx)
}
