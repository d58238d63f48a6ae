import { LANGS } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import type { Option } from '../../domain/interview/question.ts'
import { ordinalAsNumber, saidSo } from '../../domain/interview/said-so.ts'
import { readChoice } from '../../domain/reading/choice.ts'
import { otherReadings } from '../../domain/reading/keyboard.ts'
import { fold } from '../../domain/reading/normal.ts'
import { readYesNo } from '../../domain/reading/yes-no.ts'
import type { App } from '../app.ts'

const YES = ['yes', 'right', 'send']
const NO = ['no', 'fix']

/** `question`: its id, for other words than its labels; `counted`: whether a number counts the options. */
type Typed = { question: string; text: string; options: Option[]; counted: boolean }

function asTyped(app: Pick<App, 'words'>, { question, text, options, counted }: Typed): Option | undefined {
  if (!counted && /^\W*\d+\W*$/u.test(text)) return undefined
  const labelled = options.map((each) => ({
    id: each.id, labels: [...LANGS.map((lang) => plainText(sayPhrase(app.words.in(lang), lang, each.label))), ...saidSo(question, each.id)],
  }))
  // First: «да» also begins «дату».
  const yes = readYesNo(text)
  const said = yes.ok ? options.find((each) => (yes.value ? YES : NO).includes(each.id)) : undefined
  const choice = readChoice(counted ? ordinalAsNumber(fold(text)) : text, labelled)
  return said ?? (choice.ok ? options.find((each) => each.id === choice.value) : undefined)
}

/** Which option the typed words mean, in any language and on any keyboard; undefined for none, or for more than one. */
export function typedOption(app: Pick<App, 'words'>, typed: Typed): Option | undefined {
  const readings = [typed.text, ...otherReadings(typed.text)]
  for (const text of readings) {
    const found = asTyped(app, { ...typed, text })
    if (found) return found
  }
  return undefined
}

/** Several options in one line: «1, 3», «трудовая книжка и выписка ЕНПФ»; undefined when a part of it means none. */
export function typedOptions(app: Pick<App, 'words'>, typed: Typed): Option[] | undefined {
  const whole = typedOption(app, typed)
  if (whole) return [whole]
  const parts = typed.text.split(/[,;+\n]|\s(?:и|және|мен|and|да)\s|(?<=\d)\s+(?=\d)/u).map((each) => each.trim()).filter((each) => each !== '')
  const found = parts.map((text) => typedOption(app, { ...typed, text }))
  return found.length > 0 && found.every((each) => each !== undefined) ? [...new Set(found)] : undefined
}
