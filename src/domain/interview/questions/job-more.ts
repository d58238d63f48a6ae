import { type Question, yesNo } from '../question.ts'

/** Another job. */
export const jobMore: Question = { id: 'job.more', section: 'work', kind: 'choice', skip: [], options: yesNo }
