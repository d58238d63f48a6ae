import type { App } from '../../app/app.ts'
import { aroundOf, judgedOf } from '../../app/app.ts'
import { askedText } from '../../app/interview/asked.ts'
import { saidAnswer } from '../../app/interview/read-input.ts'
import { sendingSteps } from '../../app/interview/sending-steps.ts'
import type { Button, Outgoing, Translate } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import { type Step, stepsFor } from '../../domain/interview/next.ts'
import { skipsOf } from '../../domain/interview/question.ts'
import { isTicked, type Ticks, ticksOf, writeTicks } from '../../domain/interview/ticks.ts'
import { rows } from '../markup.ts'

/** "Step 7 of 25 · About you": the number may grow as answers bring questions. */
function progressLine(app: App, t: Translate, found: Case, step: Step): string {
  const around = aroundOf(app, found.secret.answers)
  const steps = found.status === 'sending' ? sendingSteps(found, judgedOf(app, found).items, around) : stepsFor(found.secret.answers, around)
  const index = steps.findIndex((each) => each.key === step.key)
  return `<i>${t('chat.progress', { at: index + 1, all: steps.length })} · ${t(`interview.section.${step.question.section}`)}</i>`
}

const labelOf = (t: Translate, found: Case, label: Parameters<typeof sayPhrase>[2]): string => plainText(sayPhrase(t, found.lang, label))

function optionButtons(t: Translate, found: Case, step: Step): Button[] {
  return (step.question.options?.(step.view) ?? []).map((each) => ({
    text: labelOf(t, found, each.label), data: `q:${found.id}:${step.key}:${each.id}`,
  }))
}

/** Options to tick: what is ticked so far is in the buttons themselves; "done" comes with the first one. */
function tickButtons(t: Translate, found: Case, step: Step, ticks: Ticks): Button[][] {
  const options = step.question.options?.(step.view) ?? []
  const own = options.map((each, index): Button => ({
    text: `${isTicked(ticks, index) ? '☑' : '☐'} ${labelOf(t, found, each.label)}`, data: `T:${found.id}:${step.key}:${writeTicks(ticks)}:${index}`,
  }))
  const done: Button = { text: t('chat.ticked', { count: options.filter((_, index) => isTicked(ticks, index)).length }), data: `q:${found.id}:${step.key}:${writeTicks(ticks)}` }
  return [...rows(own, 18), ...(ticks > 0 ? [[done]] : [])]
}

/** Back, skip, help, later, language: at hand at every question. */
export function navigation(t: Translate, found: Case, step: Step): Button[][] {
  const back: Button[] = step.key === 'profession' ? [] : [{ text: t('chat.back'), data: `b:${found.id}:${step.key}` }]
  const skip: Button[] = skipsOf(step.question).length > 0 ? [{ text: t('chat.skip'), data: `x:${found.id}:${step.key}` }] : []
  return [
    ...(back.length + skip.length > 0 ? [[...back, ...skip]] : []),
    [{ text: t('chat.help'), data: `h:${found.id}:${step.key}` }, { text: t('chat.later'), data: `w:${found.id}` }, { text: t('chat.language'), data: 'm:language' }],
  ]
}

function industryButtons(app: App, found: Case): Button[] {
  return [...app.catalogue.industries.values()].map((each) => ({ text: (each.short ?? each.names)[found.lang], data: `j:${found.id}:${each.id}:0` }))
}

function ownButtons(app: App, t: Translate, found: Case, { step, ticks }: { step: Step; ticks: Ticks }): Button[][] {
  if (step.question.kind === 'many') return tickButtons(t, found, step, ticks)
  if (step.question.kind === 'profession') return rows([...industryButtons(app, found), ...optionButtons(t, found, step)])
  return rows(optionButtons(t, found, step))
}

/** The platform's own keyboard, for the one button that shares a number; it cannot stand beside the other kind. */
const contactKeyboard = (t: Translate): NonNullable<Outgoing['keyboard']> =>
  ({ contact: t('chat.shareContact'), rows: [[t('chat.back'), t('chat.skip')], [t('chat.help'), t('chat.later'), t('chat.language')]], placeholder: '+7 7…' })

/** One question with all its buttons, on one phone screen. `ticks`: what was ticked so far, where several may be. */
export function questionScreen(app: App, found: Case, step: Step, ticks?: Ticks): Outgoing {
  const t = app.words.in(found.lang)
  const before = found.secret.answers[step.key]
  const now = before ? `\n\n${t('chat.now', { value: plainText(sayPhrase(t, found.lang, saidAnswer(step, before.v))) })}` : ''
  const html = `${progressLine(app, t, found, step)}\n\n${askedText(t, found.lang, step)}${now}`
  const keep: Button[][] = before ? [[{ text: t('chat.keepAnswer'), data: `K:${found.id}:${step.key}` }]] : []
  if (step.question.kind === 'contact' && step.view.get('who') !== 'other') return { html, keyboard: contactKeyboard(t) }
  const held = Array.isArray(before?.v) ? ticksOf(step.question.options?.(step.view) ?? [], before.v) : 0
  return { html, buttons: [...ownButtons(app, t, found, { step, ticks: ticks ?? held }), ...keep, ...navigation(t, found, step)] }
}
