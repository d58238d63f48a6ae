import { readText } from '../../reading/text.ts'
import type { Question } from '../question.ts'

/** A grade that the list does not have, in the person's own words. */
export const levelText: Question = {
  id: 'levelText', section: 'work-sought', kind: 'text', example: 'text', skip: ['unknown'],
  applies: (view) => view.get('level') === 'other' || view.get('profession') === 'other',
  read: (text) => readText(text, { min: 1, max: 60 }),
}
