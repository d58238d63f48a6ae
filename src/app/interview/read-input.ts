import type { AnswerValue, Case } from '../../domain/case/case.ts'
import type { Step } from '../../domain/interview/next.ts'
import { isSkipped, type Option, type Phrase } from '../../domain/interview/question.ts'
import { readChoice } from '../../domain/reading/choice.ts'
import { readYesNo } from '../../domain/reading/yes-no.ts'
import { LANGS } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import type { App } from '../app.ts'
import type { Input } from './input.ts'

export type Read =
  | { ok: true; value: AnswerValue; said: Phrase }
  | { ok: true; goTo: string }
  | { ok: false; reason: Phrase }

/** How an answer is said in plain words: summary, staff card, dossier. */
export function saidAnswer(step: Step, value: AnswerValue): Phrase {
  if (isSkipped(value)) return { key: `interview.skip.${value.skipped}` }
  if (step.question.plain) return step.question.plain(value, step.view)
  const option = step.question.options?.(step.view).find((each) => each.id === value)
  if (option) return option.label
  return { text: String(value) }
}

const pressed = (option: Option, step: Step): Read =>
  option.goTo ? { ok: true, goTo: option.goTo } : { ok: true, value: option.id, said: saidAnswer(step, option.id) }

function typedOption(app: App, step: Step, text: string, options: Option[]): Option | undefined {
  const labelled = options.map((each) => ({
    id: each.id, labels: LANGS.map((lang) => plainText(sayPhrase(app.words.in(lang), lang, each.label))),
  }))
  const choice = readChoice(text, labelled)
  if (choice.ok) return options.find((each) => each.id === choice.value)
  const yes = readYesNo(text)
  if (!yes.ok) return undefined
  const wanted = yes.value ? ['yes', 'right', 'send'] : ['no', 'fix']
  return options.find((each) => wanted.includes(each.id))
}

function readText(app: App, step: Step, text: string): Read {
  const options = step.question.options?.(step.view) ?? []
  const read = step.question.read?.(text, step.view)
  if (read?.ok) return { ok: true, value: read.value, said: saidAnswer(step, read.value) }
  const option = typedOption(app, step, text, options)
  if (option) return pressed(option, step)
  if (read) return { ok: false, reason: { key: `reading.${read.reason}`, ...(read.values ? { values: read.values } : {}) } }
  return { ok: false, reason: { key: step.question.kind === 'profession' ? 'interview.profession.unknown' : 'interview.pressButton' } }
}

/** Reads what came for the open question; a refusal carries the words that help. */
export function readInput(app: App, _found: Case, step: Step, input: Input): Read {
  if ('skip' in input) {
    return step.question.skip?.includes(input.skip)
      ? { ok: true, value: { skipped: input.skip }, said: { key: `interview.skip.${input.skip}` } }
      : { ok: false, reason: { key: 'interview.noSkip' } }
  }
  if ('text' in input) return readText(app, step, input.text)
  const known = app.catalogue.entries.get(input.option)
  if (step.question.kind === 'profession' && known) return { ok: true, value: known.id, said: { text: known.names } }
  const option = step.question.options?.(step.view).find((each) => each.id === input.option)
  return option ? pressed(option, step) : { ok: false, reason: { key: 'interview.pressButton' } }
}
