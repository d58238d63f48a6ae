import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** Not in the list is a way on: the trade in the person's own words; the centre decides. */
export const professionText: Question = {
  id: 'professionText', section: 'work-sought', kind: 'text', joins: true, example: 'text',
  applies: (view) => view.get('profession') === 'other',
  read: (text) => readText(text, { min: 3, max: 120 }),
}
