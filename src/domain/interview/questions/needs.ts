import { readText } from '../../reading/text.ts'
import { options, type Question } from '../question.ts'

/** The centre owes conditions for persons with disabilities (art. 17(2)). */
export const needs: Question = { id: 'needs', section: 'applicant', kind: 'choice', options: () => options('needs', 'no', 'yes') }

export const needsText: Question = {
  id: 'needsText', section: 'applicant', kind: 'text', example: 'text', skip: ['refused'],
  applies: (view) => view.get('needs') === 'yes',
  read: (text) => readText(text, { min: 2, max: 500 }),
}
