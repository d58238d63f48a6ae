import type { AnswerValue } from '../../domain/case/case.ts'
import type { Step } from '../../domain/interview/next.ts'
import { isSkipped, type Option, type Phrase, skipsOf } from '../../domain/interview/question.ts'
import { readTicks, tickedIds } from '../../domain/interview/ticks.ts'
import { isWrongLayout, otherLayout, otherReadings } from '../../domain/reading/keyboard.ts'
import type { Outcome } from '../../domain/reading/outcome.ts'
import { readYesNo } from '../../domain/reading/yes-no.ts'
import type { App } from '../app.ts'
import type { Input } from './input.ts'
import { typedOption, typedOptions } from './typed-option.ts'

export type Read =
  /** `guessed`: another keyboard was meant than the one that was on; it is said back. */
  | { ok: true; value: AnswerValue; said: Phrase; guessed?: boolean }
  | { ok: true; goTo: string }
  | { ok: false; reason: Phrase }

type Known = Pick<App, 'words' | 'catalogue'>

/** How an answer is said in plain words: summary, staff card, dossier. */
export function saidAnswer(step: Step, value: AnswerValue): Phrase {
  if (isSkipped(value)) return { key: `interview.skip.${value.skipped}` }
  const options = step.question.options?.(step.view) ?? []
  if (Array.isArray(value)) return { all: options.filter(({ id }) => value.includes(id)).map(({ label }) => label) }
  const option = options.find((each) => each.id === value)
  if (step.question.plain && !(option && step.question.kind === 'text')) return step.question.plain(value, step.view)
  return option ? option.label : { text: String(value) }
}

const taken = (step: Step, value: AnswerValue, guessed = false): Read =>
  ({ ok: true, value, said: saidAnswer(step, value), ...(guessed ? { guessed } : {}) })

const pressed = (option: Option, step: Step): Read =>
  option.goTo ? { ok: true, goTo: option.goTo } : taken(step, option.id)

/** Whether the question's own reader takes the text; then the same keys in another language. */
type Own = { outcome: Extract<Outcome<AnswerValue>, { ok: true }>; guessed: boolean } | { outcome: Extract<Outcome<AnswerValue>, { ok: false }> }

function readOwn({ question, view }: Step, text: string): Own | null {
  if (!question.read) return null
  if (isWrongLayout(text)) {
    const meant = question.read(otherLayout(text), view)
    if (meant.ok) return { outcome: meant, guessed: true }
  }
  const outcome = question.read(text, view)
  if (outcome.ok) return { outcome, guessed: false }
  const meant = otherReadings(text).map((each) => question.read?.(each, view)).find((each) => each?.ok)
  return meant?.ok ? { outcome: meant, guessed: true } : { outcome }
}

function pickedMany(app: Known, step: Step, text: string): Read {
  const options = step.question.options?.(step.view) ?? []
  const picked = typedOptions(app, { question: step.question.id, text, options, counted: true })
  if (!picked) return { ok: false, reason: { key: 'interview.pressButton' } }
  const alone = picked.find(({ id }) => id === step.question.alone)
  return taken(step, alone ? [alone.id] : picked.map(({ id }) => id))
}

function readText(app: Known, step: Step, text: string): Read {
  const { question, view } = step
  if (question.kind === 'many') return pickedMany(app, step, text)
  const options = question.options?.(view) ?? []
  const find = (): Option | undefined => typedOption(app, { question: question.id, text, options, counted: question.kind === 'choice' })
  // Where buttons are the answer, their words come first; elsewhere the question's own reader.
  const first = question.kind === 'choice' ? find() : undefined
  if (first) return pressed(first, step)
  // «нет» to "which grade?" is no grade.
  if (question.kind === 'text' && options.length === 0 && skipsOf(question).includes('none') && isPlainNo(text)) return taken(step, { skipped: 'none' })
  const own = readOwn(step, text)
  if (own && 'guessed' in own) return taken(step, own.outcome.value, own.guessed)
  const option = find()
  if (option) return pressed(option, step)
  return { ok: false, reason: own ? whyNot(own.outcome) : { key: question.kind === 'profession' ? 'interview.profession.unknown' : 'interview.pressButton' } }
}

function isPlainNo(text: string): boolean {
  const read = readYesNo(text)
  return read.ok && !read.value
}

const whyNot = (outcome: Extract<Outcome<AnswerValue>, { ok: false }>): Phrase =>
  ({ key: `reading.${outcome.reason}`, ...(outcome.values ? { values: outcome.values } : {}) })

function readOption(app: Known, step: Step, id: string): Read {
  const { question, view } = step
  const options = question.options?.(view) ?? []
  const ticks = question.kind === 'many' ? readTicks(id) : null
  if (ticks !== null) {
    const ids = tickedIds(options, ticks)
    return ids.length > 0 ? taken(step, ids) : { ok: false, reason: { key: 'interview.tickOne' } }
  }
  const known = app.catalogue.entries.get(id)
  if (question.kind === 'profession' && known) return { ok: true, value: known.id, said: { text: known.names } }
  const option = options.find((each) => each.id === id)
  return option ? pressed(option, step) : { ok: false, reason: { key: 'interview.pressButton' } }
}

/** Reads what came for the open question; a refusal carries the words that help. */
export function readInput(app: Known, step: Step, input: Input): Read {
  if ('text' in input) return readText(app, step, input.text)
  if ('option' in input) return readOption(app, step, input.option)
  return skipsOf(step.question).includes(input.skip) ? taken(step, { skipped: input.skip }) : { ok: false, reason: { key: 'interview.noSkip' } }
}
