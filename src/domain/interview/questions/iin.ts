import { readIin } from '../../reading/iin.ts'
import { option, type Question } from '../question.ts'

/** The checksum is hard: a number that fails it is never stored. "No IIN / mine is not taken" is a way on. */
export const iin: Question = {
  id: 'iin', section: 'applicant', kind: 'text', example: 'iin',
  read: readIin,
  options: () => [option('iin', 'no')],
}
