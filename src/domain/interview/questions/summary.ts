import { option, type Question } from '../question.ts'

/** The last question: is all of it right? Any edit asks it again. */
export const summary: Question = { id: 'summary', section: 'check', kind: 'choice', skip: [], options: () => [option('summary', 'right')] }
