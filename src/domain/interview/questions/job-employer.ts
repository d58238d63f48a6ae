import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** Where. */
export const jobEmployer: Question = {
  id: 'job.employer', section: 'work', kind: 'text', joins: true, example: 'text', read: (text) => readText(text, { min: 2, max: 160 }),
}
