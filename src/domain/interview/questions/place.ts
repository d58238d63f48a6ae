import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

export const place: Question = {
  id: 'place', section: 'applicant', kind: 'text', joins: true, example: 'text',
  ask: (view) => ({ key: view.get('who') === 'other' ? 'interview.place.askOther' : 'interview.place.ask' }),
  read: (text) => readText(text, { min: 2, max: 200 }),
}
