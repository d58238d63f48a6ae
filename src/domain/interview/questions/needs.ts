import { options, type Question } from '../question.ts'

/** The centre owes conditions for persons with disabilities (art. 17(2)). */
export const needs: Question = { id: 'needs', section: 'applicant', kind: 'choice', options: () => options('needs', 'no', 'yes') }
