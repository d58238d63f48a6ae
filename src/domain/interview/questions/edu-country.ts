import { atSchool } from '../education.ts'
import { options, type Question } from '../question.ts'

/** A foreign document may need its recognition. */
export const eduCountry: Question = {
  id: 'edu.country', section: 'education', kind: 'choice',
  applies: atSchool, options: () => options('edu.country', 'kz', 'other'),
}
