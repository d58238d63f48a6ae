import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** As what. */
export const jobPosition: Question = {
  id: 'job.position', section: 'work', kind: 'text', joins: true, example: 'text', read: (text) => readText(text, { min: 2, max: 160 }),
}
