import { type Question, yesNo } from '../question.ts'

/** Whether there is any work to tell of. */
export const jobs: Question = { id: 'jobs', section: 'work', kind: 'choice', options: yesNo }
