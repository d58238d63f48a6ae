import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** Which conditions. */
export const needsText: Question = {
  id: 'needsText', section: 'applicant', kind: 'text', joins: true, example: 'text', skip: ['refused'],
  applies: (view) => view.get('needs') === 'yes',
  read: (text) => readText(text, { min: 2, max: 500 }),
}
