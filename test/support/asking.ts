import { readInput } from '../../src/app/interview/read-input.ts'
import { spoken } from '../../src/app/interview/asked.ts'
import { saidAnswer } from '../../src/app/interview/read-input.ts'
import type { AnswerValue, Lang } from '../../src/domain/case/case.ts'
import { plainText, sayPhrase } from '../../src/domain/case/phrase.ts'
import { labelOf, type Question, skipsOf, type View } from '../../src/domain/interview/question.ts'
import type { Entry } from '../../src/domain/requirements/entry.ts'
import { makeWords } from '../../src/i18n/words.ts'

const words = makeWords()
const catalogue = { version: '', entries: new Map<string, Entry>(), industries: new Map(), acts: new Map() }

type Around = { entry?: Entry; today?: string; examLanguages?: string[]; here?: Record<string, AnswerValue> }

/** One question, asked after these answers: what it says, what it makes of a reply. `here`: answers of its own group. */
export function asking(question: Question, told: Record<string, AnswerValue> = {}, around: Around = {}) {
  const view: View = {
    entry: around.entry ?? null, today: around.today ?? '2026-11-22', examLanguages: around.examLanguages ?? ['kk', 'ru'],
    get: (key) => told[key], here: (name) => around.here?.[name],
  }
  const step = { key: question.id, question, view }
  const read = (input: Parameters<typeof readInput>[2]) => readInput({ words, catalogue: { ...catalogue, entries: around.entry ? new Map([[around.entry.id, around.entry]]) : catalogue.entries } }, step, input)
  const inPlain = (lang: Lang, phrase: Parameters<typeof sayPhrase>[2]): string => plainText(sayPhrase(words.in(lang), lang, phrase))
  return {
    applies: question.applies?.(view) ?? true,
    skips: skipsOf(question),
    asks: (lang: Lang) => plainText(spoken(words.in(lang), lang, question.ask?.(view) ?? { key: `interview.${question.id}.ask` })),
    label: (lang: Lang) => plainText(spoken(words.in(lang), lang, labelOf(step))),
    options: (lang: Lang) => (question.options?.(view) ?? []).map((each) => inPlain(lang, each.label)),
    /** The value; the reason where it was refused; `→ key` where another question is opened instead. */
    reads(text: string): AnswerValue {
      const done = read({ text })
      if (!done.ok) return 'key' in done.reason ? done.reason.key : 'refused'
      return 'goTo' in done ? `→ ${done.goTo}` : done.value
    },
    presses(id: string): AnswerValue {
      const done = read({ option: id })
      if (!done.ok) return 'key' in done.reason ? done.reason.key : 'refused'
      return 'goTo' in done ? `→ ${done.goTo}` : done.value
    },
    says: (value: AnswerValue, lang: Lang) => inPlain(lang, saidAnswer(step, value)),
  }
}
