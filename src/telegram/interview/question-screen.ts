import type { App } from '../../app/app.ts'
import { aroundOf, judgedOf } from '../../app/app.ts'
import { askedText } from '../../app/interview/asked.ts'
import { saidAnswer } from '../../app/interview/read-input.ts'
import { sendingSteps } from '../../app/interview/sending-steps.ts'
import type { Button, Outgoing, Translate } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import { type Step, stepsFor } from '../../domain/interview/next.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import { rows } from '../markup.ts'

/** "Step 7 of 25 · About you": the number may grow as answers bring questions. */
function progressLine(app: App, t: Translate, found: Case, step: Step): string {
  const around = aroundOf(app, found.secret.answers)
  const steps = found.status === 'sending' ? sendingSteps(found, judgedOf(app, found).items, around) : stepsFor(found.secret.answers, around)
  const index = steps.findIndex((each) => each.key === step.key)
  return `<i>${t('chat.progress', { at: index + 1, all: steps.length })} · ${t(`interview.section.${step.question.section}`)}</i>`
}

function optionButtons(t: Translate, found: Case, step: Step): Button[] {
  return (step.question.options?.(step.view) ?? []).map((each) => ({
    text: plainText(sayPhrase(t, found.lang, each.label)), data: `q:${found.id}:${step.key}:${each.id}`,
  }))
}

/** Back, skip, help, later: at hand at every question. */
export function navigation(t: Translate, found: Case, step: Step): Button[][] {
  const isFirst = step.key === 'profession'
  const skip: Button[] = step.question.skip ? [{ text: t('chat.skip'), data: `x:${found.id}:${step.key}` }] : []
  return [
    ...(isFirst ? (skip.length > 0 ? [skip] : []) : [[{ text: t('chat.back'), data: `b:${found.id}:${step.key}` }, ...skip]]),
    [{ text: t('chat.help'), data: `h:${found.id}:${step.key}` }, { text: t('chat.later'), data: `w:${found.id}` }],
  ]
}

function industryButtons(app: App, found: Case): Button[] {
  return [...app.catalogue.industries.values()].map((each) => ({ text: each.names[found.lang], data: `j:${found.id}:${each.id}:0` }))
}

/** One question with all its buttons, on one phone screen. */
export function questionScreen(app: App, found: Case, step: Step): Outgoing {
  const t = app.words.in(found.lang)
  const before = found.secret.answers[step.key]
  const now = before ? `\n\n${t('chat.now', { value: plainText(sayPhrase(t, found.lang, saidAnswer(step, before.v))) })}` : ''
  const html = `${progressLine(app, t, found, step)}\n\n${askedText(t, found.lang, step)}${now}`
  const keep: Button[][] = before ? [[{ text: t('chat.keepAnswer'), data: `K:${found.id}:${step.key}` }]] : []
  if (step.question.kind === 'contact' && step.view.get('who') !== 'other') {
    return { html, keyboard: { contact: t('chat.shareContact'), rows: [[t('chat.back'), t('chat.help'), t('chat.later')]], placeholder: '+7 7…' } }
  }
  const own = step.question.kind === 'profession' ? [...industryButtons(app, found), ...optionButtons(t, found, step)] : optionButtons(t, found, step)
  return { html, buttons: [...rows(own), ...keep, ...navigation(t, found, step)] }
}
