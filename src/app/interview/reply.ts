import type { Case } from '../../domain/case/case.ts'
import type { AnswerValue } from '../../domain/case/case.ts'
import { nextStep, type Step } from '../../domain/interview/next.ts'
import { putAnswer } from '../../domain/interview/put.ts'
import type { Phrase } from '../../domain/interview/question.ts'
import { type App, aroundOf, judgedOf } from '../app.ts'
import { changeCase, type Decided } from '../change.ts'
import { afterAnswer } from './after-answer.ts'
import { askedText } from './asked.ts'
import type { Input } from './input.ts'
import { needsYes } from './pending.ts'
import { readInput } from './read-input.ts'
import { sendingStep } from './sending-steps.ts'
import { submitted } from './submit.ts'

export type Replied =
  | { ok: true; key: string; said: Phrase; step: Step; echo: boolean }
  | { ok: true; moved: string }
  | { ok: false; reason: Phrase; example: string | null }
  /** A button of another question than the open one. */
  | { ok: false; old: string }
  | { ok: false; closed: true }

/** The open question of a case: of the interview, or of the sending; null while the checklist is on. */
export function openStep(app: App, found: Case): Step | null {
  const { answers, cursor } = found.secret
  const around = aroundOf(app, answers)
  if (found.status === 'interview') return nextStep(answers, cursor, around)
  if (found.status === 'sending') return sendingStep(found, judgedOf(app, found).items, around)
  return null
}

async function take(app: App, found: Case, step: Step, told: { value: AnswerValue; message: number | null }): Promise<Case> {
  const t = app.words.in(found.lang)
  const q = await app.store.keepWords(askedText(t, found.lang, step, { anonymous: true }))
  const at = Math.floor(app.clock.now() / 1000)
  const secret = putAnswer(found.secret, step.key, { v: told.value, q, l: found.lang, at, ...(told.message === null ? {} : { m: told.message }) })
  const consents = step.key === 'consentName' && told.value === 'yes' ? secret.consents.map((each) => ({ ...each, name: String(secret.answers['name']?.v) })) : secret.consents
  return { ...found, secret: { ...secret, consents } }
}

/** Which explanation with an example fits a question. */
export const exampleOf = ({ example, kind }: Pick<Step['question'], 'example' | 'kind'>): string | null => example ?? (kind === 'choice' ? 'choice' : null)

export type Given = { key: string | null; input: Input; message: number | null }

/** What becomes of a reply to the open question of a case; also the way of a corrected message. */
export async function decideReply(app: App, found: Case, { key, input, message }: Given): Promise<Decided<Replied>> {
  const step = openStep(app, found)
  if (!step || found.secret.pending) return { save: null, result: { ok: false, closed: true } }
  if (key !== null && key !== step.key) return { save: null, result: { ok: false, old: key } }
  const read = readInput(app, step, input)
  if (!read.ok) return { save: null, result: { ok: false, reason: read.reason, example: exampleOf(step.question) } }
  if ('goTo' in read) {
    return { save: { ...found, secret: { ...found.secret, cursor: read.goTo } }, result: { ok: true, moved: read.goTo } }
  }
  const told = await take(app, found, step, { value: read.value, message })
  if (needsYes(app, { found, told, key: step.key })) {
    const answer = told.secret.answers[step.key]
    return { save: { ...found, secret: { ...found.secret, pending: answer ? { key: step.key, answer } : null } }, result: { ok: true, moved: step.key } }
  }
  const result: Replied = { ok: true, key: step.key, said: read.said, step, echo: ((step.question.echo ?? false) || (read.guessed ?? false)) && 'text' in input }
  if (found.status === 'sending') return { ...(await submitted(app, told)), result }
  return { save: afterAnswer(told, aroundOf(app, told.secret.answers)), result }
}

const asText = (value: AnswerValue | undefined): string | null => (typeof value === 'string' && value !== 'no' ? value : null)

/**
 * Takes one reply to the open question. `key` is the question a pressed button names, null for typed words.
 * Null when the case is gone.
 */
export async function reply(app: App, request: { id: string; update: number | null } & Given): Promise<{ case: Case; result: Replied } | null> {
  const done = await changeCase(app, request.id, request.update, (found) => decideReply(app, found, request))
  const taken = done?.result.ok && 'key' in done.result ? done.result.key : null
  if (done && (taken === 'iin' || taken === 'phone')) {
    const { answers } = done.case.secret
    await app.store.indexCase(request.id, { iin: asText(answers['iin']?.v), phone: asText(answers['phone']?.v) })
  }
  return done
}
