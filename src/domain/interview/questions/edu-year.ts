import { readYear } from '../../reading/year.ts'
import { atSchool } from '../education.ts'
import type { Question } from '../question.ts'

/** When it ended, or when the person left. */
export const eduYear: Question = {
  id: 'edu.year', section: 'education', kind: 'text', example: 'year', skip: ['unknown'],
  ask: (view) => ({ key: view.here('finished') === 'no' ? 'interview.edu.year.askLeft' : 'interview.edu.year.ask' }),
  applies: atSchool, read: (text, view) => readYear(text, { today: view.today, min: 1940 }),
}
