import type { Question, View } from '../../src/domain/interview/question.ts'
import { declaration, missing, safety, send } from '../../src/domain/interview/questions/sending.ts'
import { SCRIPT } from '../../src/domain/interview/script.ts'

/** A view in which every question may be looked at. */
const view: View = { entry: null, today: '2026-01-01', examLanguages: ['kk', 'ru', 'en'], get: () => undefined, here: () => undefined }

const script: Question[] = SCRIPT.flatMap((part) => ('group' in part ? part.questions : 'unfold' in part ? [] : [part]))
/** All questions with words of their own; a missing paper is called by the paper's name. */
const worded = [...script, declaration, safety, send]
const questions = [...worded, missing('identity')]

export const questionIds: string[] = worded.map(({ id }) => id)
export const asks: string[] = worded.filter(({ ask }) => !ask).map(({ id }) => `interview.${id}.ask`)
export const labels: string[] = worded.map(({ id }) => `interview.${id}.label`)
export const examples: string[] = questions.flatMap(({ example }) => (example ? [`reading.example.${example}`] : []))
export const optionLabels: string[] = questions.flatMap((each) => each.options?.(view) ?? []).flatMap(({ label }) => ('key' in label ? [label.key] : []))
