import { type App, aroundOf } from '../../app/app.ts'
import { saidAnswer } from '../../app/interview/read-input.ts'
import type { Button, Outgoing } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import { type Step, stepsFor } from '../../domain/interview/next.ts'
import { cutLines, plainText, sayPhrase } from '../../domain/case/phrase.ts'
import { labelOf, SECTIONS, type Section } from '../../domain/interview/question.ts'
import { rows } from '../markup.ts'
import { navigation } from './question-screen.ts'

const answeredSteps = (app: App, found: Case): Step[] =>
  stepsFor(found.secret.answers, aroundOf(app, found.secret.answers)).filter((step) => step.key in found.secret.answers && step.question.section !== 'check')

/** "more" questions steer the interview, they are no facts about the person. */
const isFact = (step: Step): boolean => !step.key.endsWith('.more')

const label = (app: App, found: Case, step: Step): string => sayPhrase(app.words.in(found.lang), found.lang, labelOf(step))

/** A label that is a question needs no colon. */
export const named = (label: string): string => (label.endsWith('?') ? label : `${label}:`)

export function factLines(app: App, found: Case, section: Section): string[] {
  const t = app.words.in(found.lang)
  return answeredSteps(app, found).filter((step) => step.question.section === section && isFact(step)).map((step) => {
    const answer = found.secret.answers[step.key]
    const said = answer ? sayPhrase(t, found.lang, saidAnswer(step, answer.v)) : ''
    const gap = /^(edu|job)\.[1-9]\d*\.(level|employer)$/.test(step.key) ? '\n' : ''
    return `${gap}${named(label(app, found, step))} <b>${said}</b>`
  })
}

const LONGEST = 3700

/** Every answer in plain words, by sections. HTML, shortened only beyond what one message holds. */
export function factsText(app: App, found: Case): string {
  const t = app.words.in(found.lang)
  const parts = SECTIONS.map((section) => ({ section, lines: factLines(app, found, section) })).filter(({ lines }) => lines.length > 0)
  const blocks = parts.map(({ section, lines }) => `<b>${t(`interview.section.${section}`)}</b>\n${lines.join('\n')}`)
  return cutLines(blocks.join('\n\n'), LONGEST)
}

/** A button for each section that has answers: "✎ Education". */
function sectionButtons(app: App, found: Case): Button[][] {
  const t = app.words.in(found.lang)
  const sections = SECTIONS.filter((section) => answeredSteps(app, found).some((step) => step.question.section === section))
  return rows(sections.map((section) => ({ text: `✎ ${t(`interview.section.${section}`)}`, data: `e:${found.id}:${section}` })), 18)
}

/** The summary: is all of it right? Each section can be changed from here. */
export function summaryScreen(app: App, found: Case, step: Step): Outgoing {
  const t = app.words.in(found.lang)
  return {
    html: `${t('interview.summary.ask')}\n\n${factsText(app, found)}`,
    buttons: [
      [{ text: t('interview.summary.options.right'), data: `q:${found.id}:summary:right` }],
      ...sectionButtons(app, found), ...navigation(t, found, step),
    ],
  }
}

/** Which section to change. */
export function editSections(app: App, found: Case): Outgoing {
  const t = app.words.in(found.lang)
  return { html: t('chat.editWhich'), buttons: [...sectionButtons(app, found), [{ text: t('chat.goOn'), data: `s:${found.id}` }]] }
}

/** Which answer of a section to change; each button shows the answer it holds. */
export function editAnswers(app: App, found: Case, section: string): Outgoing {
  const t = app.words.in(found.lang)
  const steps = answeredSteps(app, found).filter((step) => step.question.section === section).slice(0, 40)
  const buttons = steps.map((step): Button => {
    const answer = found.secret.answers[step.key]
    const said = answer ? plainText(sayPhrase(t, found.lang, saidAnswer(step, answer.v))) : ''
    return { text: `${named(plainText(label(app, found, step)))} ${said}`.slice(0, 60), data: `t:${found.id}:${step.key}` }
  })
  return { html: t('chat.editWhich'), buttons: [...buttons.map((each) => [each]), [{ text: t('chat.goOn'), data: `s:${found.id}` }]] }
}
