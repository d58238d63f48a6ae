import { readText } from '../../reading/text.ts'
import { atSchool } from '../education.ts'
import type { Question } from '../question.ts'

/** School, college, training centre. */
export const eduInstitution: Question = {
  id: 'edu.institution', section: 'education', kind: 'text', joins: true, example: 'school', skip: ['unknown'],
  applies: atSchool, read: (text) => readText(text, { min: 2, max: 200 }),
}
