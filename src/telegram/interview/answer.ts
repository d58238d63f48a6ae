import { kindOfItem } from '../../domain/requirements/item.ts'
import type { Input } from '../../app/interview/input.ts'
import { openStep, type Replied, reply } from '../../app/interview/reply.ts'
import type { Case } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import { type Chat, updateOf } from '../context.ts'
import { askedText } from '../../app/interview/asked.ts'
import { answerPress, changeOrSay, say, settlePressed, showCase } from '../send.ts'
import { withRemarks, screenOf } from '../show.ts'

type Taken = Extract<Replied, { key: string }>

function label(ctx: Chat, found: Case, taken: Taken): string {
  const { question, view } = taken.step
  if (question.ask && taken.key.startsWith('ask.')) return sayPhrase(ctx.t, ctx.lang, question.ask(view))
  const item = taken.key.startsWith('missing.') ? taken.key.slice('missing.'.length) : null
  return item ? ctx.t(`requirements.item.${kindOfItem(item)}.name`) : ctx.t(`interview.${question.id}.label`)
}

async function showTaken(ctx: Chat, found: Case, taken: Taken): Promise<void> {
  const said = sayPhrase(ctx.t, ctx.lang, taken.said)
  const asked = label(ctx, found, taken)
  const line = asked === said || taken.step.question.options?.(taken.step.view).length === 1 ? `✓ <b>${said}</b>` : `✓ ${asked}: <b>${said}</b>`
  if (taken.step.question.kind === 'contact') await say(ctx, { html: line, keyboard: 'remove' })
  await showCase(ctx, found, taken.echo ? [ctx.t('chat.understood', { label: plainText(label(ctx, found, taken)), value: plainText(said) })] : [])
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
  await showCase(ctx, found, [`⚠️ ${sayPhrase(ctx.t, ctx.lang, result.reason)}`])
  await answerPress(ctx)
}

/** Hands one reply to the open question and shows what comes next; false when the case is gone. */
export async function answer(ctx: Chat, id: string, key: string | null, input: Input): Promise<boolean> {
  const done = await reply(ctx.app, { id, update: updateOf(ctx), key, input })
  if (!done) return false
  const found = { ...done.case, lang: ctx.lang }
  ctx.kept = done.result.ok
  if (!done.result.ok) await showRefused(ctx, found, done.result)
  else if ('moved' in done.result) {
    await showCase(ctx, found)
    await answerPress(ctx)
  } else await showTaken(ctx, found, done.result)
  return true
}

/** The reasons a question may be skipped for. */
export async function askSkip(ctx: Chat, found: Case, key: string): Promise<void> {
  const step = openStep(ctx.app, found)
  const reasons = step?.key === key ? step.question.skip : undefined
  if (!reasons) {
    await showCase(ctx, found)
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
  const example = step?.question.example ? [ctx.t(`reading.example.${step.question.example}`)] : []
  await say(ctx, withRemarks(screenOf(ctx.app, found), [`<b>${ctx.t('chat.help')}</b>\n${own}`, ...example]))
  await answerPress(ctx)
}
