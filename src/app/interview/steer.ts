import type { Case, Lang } from '../../domain/case/case.ts'
import { nextStep, stepBefore, stepsFor } from '../../domain/interview/next.ts'
import { type App, aroundOf, judgedOf } from '../app.ts'
import { changeCase } from '../change.ts'
import { afterAnswer } from './after-answer.ts'
import { sendingStep, sendingSteps } from './sending-steps.ts'

/** Every step aside from answering: back, edit, to the checklist, on to the sending, another language. */
type Steered = Promise<{ case: Case; result: boolean } | null>
type Request = { id: string; update: number | null }

const withCursor = (found: Case, cursor: string | null): Case => ({ ...found, secret: { ...found.secret, cursor } })

function openKey(app: App, found: Case): string | undefined {
  const around = aroundOf(app, found.secret.answers)
  if (found.status === 'sending') return sendingStep(found, judgedOf(app, found).items, around)?.key
  return nextStep(found.secret.answers, found.secret.cursor, around)?.key
}

/** Reopens the question before the open one; its answer stays until replaced. False at the very beginning. */
export const back = (app: App, request: Request & { from?: string }): Steered =>
  changeCase(app, request.id, request.update, (found) => {
    const around = aroundOf(app, found.secret.answers)
    // A button that comes twice, or from an older question, must not go back twice.
    if (request.from && request.from !== openKey(app, found)) return { save: null, result: true }
    if (found.status === 'sending') {
      const items = judgedOf(app, found).items
      const steps = sendingSteps(found, items, around)
      const open = sendingStep(found, items, around)
      const before = steps[steps.findIndex((step) => step.key === open?.key) - 1]
      return before ? { save: withCursor(found, before.key), result: true } : { save: toList(found), result: true }
    }
    if (found.status !== 'interview' && found.status !== 'collecting') return { save: null, result: false }
    const step = stepBefore(found.secret.answers, found.secret.cursor, around)
    return step ? { save: { ...withCursor(found, step.key), status: 'interview' }, result: true } : { save: null, result: false }
  })

/** Reopens one question of the interview, from the summary or the checklist. False for an unknown key or a case that is not open. */
export const edit = (app: App, request: Request & { key: string }): Steered =>
  changeCase(app, request.id, request.update, (found) => {
    const known = stepsFor(found.secret.answers, aroundOf(app, found.secret.answers)).some((step) => step.key === request.key)
    const open = found.status === 'interview' || found.status === 'collecting' || found.status === 'returned' || (found.status === 'paused' && request.key === 'birth')
    if (!known || !open) return { save: null, result: false }
    return { save: { ...withCursor(found, request.key), status: 'interview' }, result: true }
  })

/** The reopened question keeps the answer it has; the case stands again where it stood. */
export const keepAnswer = (app: App, request: Request & { key: string }): Steered =>
  changeCase(app, request.id, request.update, (found) => {
    if (found.secret.cursor !== request.key || !(request.key in found.secret.answers)) return { save: null, result: false }
    const kept = withCursor(found, null)
    return { save: found.status === 'interview' ? afterAnswer(kept, aroundOf(app, found.secret.answers)) : kept, result: true }
  })

const toList = (found: Case): Case => ({ ...withCursor(found, null), status: found.round > 1 ? 'returned' : 'collecting' })

/** Out of the sending, back to the checklist. */
export const backToList = (app: App, request: Request): Steered =>
  changeCase(app, request.id, request.update, (found) =>
    found.status === 'sending' ? { save: toList(found), result: true } : { save: null, result: false })

/** The last word before sending is asked each time; what was declared before stands. */
function askLastWord(found: Case): Case {
  const { send: _said, ...answers } = found.secret.answers
  return { ...found, secret: { ...found.secret, answers } }
}

/** On to the sending: reasons for what is missing, declaration, rules of the exam. */
export const startSending = (app: App, request: Request): Steered =>
  changeCase(app, request.id, request.update, (found) =>
    found.status === 'collecting' || found.status === 'returned'
      ? { save: { ...withCursor(askLastWord(found), null), status: 'sending', openItem: null }, result: true, effects: [{ kind: 'form', case: found.id }] }
      : { save: null, result: found.status === 'sending' })

/** The language of a case's messages; the place in the interview stays. */
export const speak = (app: App, request: Request & { lang: Lang }): Steered =>
  changeCase(app, request.id, request.update, (found) =>
    found.lang === request.lang ? { save: null, result: true } : { save: { ...found, lang: request.lang }, result: true })
