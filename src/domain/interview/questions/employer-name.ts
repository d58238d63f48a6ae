import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** Who refers the applicant. */
export const employerName: Question = {
  id: 'employerName', section: 'applicant', kind: 'text', joins: true, example: 'text',
  applies: (view) => view.get('initiative') === 'employer',
  read: (text) => readText(text, { min: 2, max: 160 }),
}
