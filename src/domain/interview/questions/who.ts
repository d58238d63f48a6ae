import { options, type Question } from '../question.ts'

/** For oneself, or as a helper for somebody else. */
export const who: Question = { id: 'who', section: 'applicant', kind: 'choice', options: () => options('who', 'self', 'other') }
