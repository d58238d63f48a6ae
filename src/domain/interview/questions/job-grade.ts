import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** The grade the employer's commission gave; not every trade has one. */
export const jobGrade: Question = {
  id: 'job.grade', section: 'work', kind: 'text', example: 'grade', skip: ['none', 'unknown'],
  // A period typed too early is not a grade.
  read: (text) => (/\d{4}/.test(text) ? { ok: false, reason: 'grade.unreadable' } : readText(text, { min: 1, max: 40 })),
}
