import { readText } from '../../reading/text.ts'
import { isFormal, withSpecialty } from '../education.ts'
import type { Question } from '../question.ts'

/** The specialty of a diploma, or what was learned otherwise: informal learning is described by the person (art. 19). */
export const eduSpecialty: Question = {
  id: 'edu.specialty', section: 'education', kind: 'text', joins: true, example: 'text', skip: ['unknown'],
  ask: (view) => ({ key: isFormal(view) ? 'interview.edu.specialty.ask' : 'interview.edu.specialty.askLearned' }),
  applies: withSpecialty, read: (text) => readText(text, { min: 2, max: 200 }),
}
