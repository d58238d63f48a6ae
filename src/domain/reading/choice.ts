import { fold } from './normal.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** One of the answers offered, with its labels in every language (a person may type in any). */
export type Option = { id: string; labels: string[] }

type Match = (label: string, typed: string) => boolean

/** From strict to lenient; the first that fits anything decides, and must fit one option only. */
const matches: readonly Match[] = [
  (label, typed) => label === typed,
  (label, typed) => typed.length > 1 && label.startsWith(typed),
  (label, typed) => typed.length > 1 && typed.split(' ').every(word => ` ${label}`.includes(` ${word}`)),
  (label, typed) => label.length > 3 && !denies(typed) && ` ${typed}`.includes(` ${label}`),
]

/** Reads which option is meant: its words, their unique beginning, or its number. Refusal: choice.unknown. */
export function readChoice(text: string, options: readonly Option[]): Outcome<string> {
  const typed = fold(text)
  const folded = options.map(({ id, labels }) => ({ id, labels: labels.map(fold).filter(label => label !== '') }))
  const number = /^(?:n |no )?(\d{1,3})(?: ?(?:ши|шы|й|я|е|st|nd|rd|th))?$/.exec(typed)?.[1]
  if (number !== undefined) return byNumber(number, folded)
  for (const match of typed === '' ? [] : matches) {
    const fitting = folded.filter(({ labels }) => labels.some(label => match(label, typed)))
    if (fitting.length > 0) return only(fitting)
  }
  return refuse('choice.unknown')
}

/** Where labels hold numbers («5 разряд») a number is theirs; elsewhere it counts the options from one. */
function byNumber(number: string, options: readonly Option[]): Outcome<string> {
  const labelled = options.some(({ labels }) => labels.some(label => /\d/.test(label)))
  if (!labelled) return only(options.slice(Number(number) - 1, Number(number)).filter(() => Number(number) > 0))
  const exact = options.filter(({ labels }) => labels.includes(number))
  return only(exact.length > 0 ? exact : options.filter(({ labels }) =>
    labels.some(label => label.split(' ').includes(number))))
}

function only(options: readonly Option[]): Outcome<string> {
  const [option] = options
  return option !== undefined && options.length === 1 ? ok(option.id) : refuse('choice.unknown')
}

function denies(typed: string): boolean {
  return /(?:^| )(?:не|нет|емес|жок|not|no)(?: |$)/.test(typed)
}
