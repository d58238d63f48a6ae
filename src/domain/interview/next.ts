import type { Answer, AnswerValue } from '../case/case.ts'
import { MOST_REPEATS, type Question, type View } from './question.ts'
import { type Group, SCRIPT } from './script.ts'

export type Step = { key: string; question: Question; view: View }
export type Around = Pick<View, 'entry' | 'today' | 'examLanguages'>
export type Answers = Readonly<Record<string, Answer>>

function viewOf(answers: Answers, around: Around, prefix: string): View {
  const get = (key: string): AnswerValue | undefined => answers[key]?.v
  return { ...around, get, here: (name) => get(`${prefix}${name}`) }
}

function groupSteps(group: Group, answers: Answers, around: Around): Step[] {
  const steps: Step[] = []
  for (let index = 0; index < MOST_REPEATS; index++) {
    const prefix = `${group.group}.${index}.`
    const view = viewOf(answers, around, prefix)
    if (group.applies && !group.applies(view)) break
    for (const question of group.questions) {
      if (question.applies && !question.applies(view)) continue
      steps.push({ key: prefix + question.id.slice(group.group.length + 1), question, view })
    }
    if (view.here('more') !== 'yes') break
  }
  return steps
}

/** Asked several times an update of the same answers, which are never changed in place. */
const worked = new WeakMap<Answers, { around: Around; steps: Step[] }>()

/** All questions that apply to these answers, in order, answered or not. Pure. */
export function stepsFor(answers: Answers, around: Around): Step[] {
  const known = worked.get(answers)
  if (known && known.around.entry === around.entry && known.around.today === around.today && known.around.examLanguages === around.examLanguages) return known.steps
  const steps = applying(answers, around)
  worked.set(answers, { around, steps })
  return steps
}

function applying(answers: Answers, around: Around): Step[] {
  const view = viewOf(answers, around, '')
  return SCRIPT.flatMap((part) => {
    if ('group' in part) return groupSteps(part, answers, around)
    if ('unfold' in part) return part.unfold(view).map((each) => ({ ...each, view }))
    return !part.applies || part.applies(view) ? [{ key: part.id, question: part, view }] : []
  })
}

/** The open question: the reopened one, else the first unanswered; null when all is told. Resume, back and edit are this function. */
export function nextStep(answers: Answers, cursor: string | null, around: Around): Step | null {
  const steps = stepsFor(answers, around)
  return (cursor === null ? undefined : steps.find((step) => step.key === cursor)) ?? steps.find((step) => !(step.key in answers)) ?? null
}

/** The question before the open one; null at the beginning. */
export function stepBefore(answers: Answers, cursor: string | null, around: Around): Step | null {
  const steps = stepsFor(answers, around)
  const open = nextStep(answers, cursor, around)
  const index = open ? steps.findIndex((step) => step.key === open.key) : steps.length
  return steps[index - 1] ?? null
}

/** How far along: answered of those that apply so far. */
export function progress(answers: Answers, around: Around): { done: number; all: number } {
  const steps = stepsFor(answers, around)
  return { done: steps.filter((step) => step.key in answers).length, all: steps.length }
}
