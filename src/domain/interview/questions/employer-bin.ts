import { readBin } from '../../reading/bin.ts'
import type { Question } from '../question.ts'

/** The referring employer's number; a sole trader gives his IIN instead. */
export const employerBin: Question = {
  id: 'employerBin', section: 'applicant', kind: 'text', example: 'bin', skip: ['unknown'],
  applies: (view) => view.get('initiative') === 'employer',
  read: readBin,
}
