import type { Entry } from '../../src/domain/requirements/entry.ts'
import type { Question, View } from '../../src/domain/interview/question.ts'
import { declaration } from '../../src/domain/interview/questions/declaration.ts'
import { jobDay } from '../../src/domain/interview/questions/job-day.ts'
import { missing } from '../../src/domain/interview/questions/missing.ts'
import { safety } from '../../src/domain/interview/questions/safety.ts'
import { send } from '../../src/domain/interview/questions/send.ts'
import { SCRIPT } from '../../src/domain/interview/script.ts'

/** A view in which every question may be looked at. */
const view: View = { entry: null, today: '2026-01-01', examLanguages: ['kk', 'ru', 'en'], get: () => undefined, here: () => undefined }
/** Somebody whose number and patronymic disagree is offered another way out. */
const told: Record<string, string> = { iin: '900101300017', birth: '1990-01-01', name: 'Серікова Айгүл Серікқызы' }
const views: View[] = [view, { ...view, get: (key) => told[key] }]

const script: Question[] = SCRIPT.flatMap((part) => ('group' in part ? part.questions : 'unfold' in part ? [] : [part]))
/** All questions with words of their own; a missing paper is called by the paper's name. */
const days = (['from', 'to'] as const).map((end) => jobDay({ job: 0, end, month: '2020-03', employer: '' }))
const worded = [...script, ...days, declaration, safety, send]
const questions = [...worded, missing('identity')]

/** Every question in a view in which it is asked; the level's with the grades of this entry. */
export const questionViews = (entry: Entry): { question: Question; view: View }[] =>
  questions.flatMap((question) => views.map((each) => ({ question, view: { ...each, entry } })))

export const questionIds: string[] = worded.map(({ id }) => id)
export const asks: string[] = worded.filter(({ ask }) => !ask).map(({ id }) => `interview.${id}.ask`)
export const labels: string[] = worded.map(({ id }) => `interview.${id}.label`)
export const examples: string[] = questions.flatMap(({ example }) => (example ? [`reading.example.${example}`] : []))
export const optionLabels: string[] = [...new Set(questions.flatMap((each) => views.flatMap((view) => each.options?.(view) ?? [])).flatMap(({ label }) => ('key' in label ? [label.key] : [])))]
