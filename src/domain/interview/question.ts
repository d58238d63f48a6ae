import type { AnswerValue } from '../case/case.ts'
import type { Phrase } from '../case/phrase.ts'
import type { Outcome } from '../reading/outcome.ts'
import type { Entry } from '../requirements/entry.ts'

/** What a question may look at: the answers given so far, the chosen catalogue entry, today. */
export type View = {
  entry: Entry | null
  /** 'YYYY-MM-DD' in the centre's zone. */
  today: string
  /** Languages in which the centre holds the exam. */
  examLanguages: readonly string[]
  /** The answer under its full key, e.g. 'birth' or 'edu.0.level'. */
  get(key: string): AnswerValue | undefined
  /** The answer of the same group and number, e.g. here('level') inside 'edu.0'. */
  here(name: string): AnswerValue | undefined
}

export type { Phrase } from '../case/phrase.ts'

/** `goTo` reopens another question instead of answering this one. */
export type Option = { id: string; label: Phrase; goTo?: string }

/** How often one group may repeat; beyond it the person is sent on. */
export const MOST_REPEATS = 15

export const SKIP_REASONS = ['unknown', 'none', 'refused'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

export const SECTIONS = ['work-sought', 'applicant', 'education', 'work', 'earlier', 'check', 'sending'] as const
export type Section = (typeof SECTIONS)[number]

/**
 * One question: what it asks, when it applies, how it reads an answer, how it says the answer in plain words.
 * The words are in locales under `interview.<id>`: ask, label, help, options.
 */
export type Question = {
  /** 'birth', or 'edu.level' for a question that repeats with its group. */
  id: string
  section: Section
  /** `many`: several options at once, ticked one by one. */
  kind: 'choice' | 'many' | 'text' | 'contact' | 'profession'
  applies?(view: View): boolean
  /** Buttons; for text questions ways out beside typing ("no IIN"). */
  options?(view: View): Option[]
  /** Reads what was typed; a choice without it is read by its labels. */
  read?(text: string, view: View): Outcome<AnswerValue>
  /** Which explanation with an example to show: `reading.example.<name>`. */
  example?: string
  /** Why it may be left open; default: not known, or not to be said. Empty where nothing goes on without an answer. */
  skip?: readonly SkipReason[]
  /** Of `many`: the option that excludes all others. */
  alone?: string
  /** Words that may come in several messages: a name, an address. */
  joins?: boolean
  /** Said back after it was understood, because it could be wrong. */
  echo?: boolean
  /** Other words than `interview.<id>.ask`. */
  ask?(view: View): Phrase
  /** Other words than `interview.<id>.label`, by which the answer is called in the summary. */
  label?(view: View): Phrase
  /** The answer in plain words; default: the option's label, or the text as it stands. */
  plain?(value: AnswerValue, view: View): Phrase
}

/** An option worded by `interview.<question>.options.<id>`. */
export const option = (question: string, id: string): Option => ({ id, label: { key: `interview.${question}.options.${id}` } })

export const options = (question: string, ...ids: string[]): Option[] => ids.map((id) => option(question, id))

export const yesNo = (): Option[] => ['yes', 'no'].map((id) => ({ id, label: { key: `interview.${id}` } }))

/** A day is said in the reader's language: "5 March 1990". */
export const saysDay = (value: AnswerValue): Phrase => ({ key: 'chat.day', values: { day: String(value) } })

const MAY_SKIP: readonly SkipReason[] = ['unknown', 'refused']

/** The reasons for which a question may be left open. */
export const skipsOf = ({ skip }: Pick<Question, 'skip'>): readonly SkipReason[] => skip ?? MAY_SKIP

/** What an answer is called: "Date of birth". */
export const labelOf = ({ question, view }: { question: Question; view: View }): Phrase =>
  question.label?.(view) ?? { key: `interview.${question.id}.label` }

/** True for any answer that says something, false for none and for a skipped question. */
export const isTold = (value: AnswerValue | undefined): boolean => value !== undefined && !isSkipped(value)

export const isSkipped = (value: AnswerValue | undefined): value is { skipped: SkipReason } =>
  typeof value === 'object' && 'skipped' in value
