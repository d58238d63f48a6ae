import { readBin } from '../../reading/bin.ts'
import { readText } from '../../reading/text.ts'
import { options, type Question } from '../question.ts'

/** Own wish, or the employer's referral (law on professional qualifications, art. 1(7)). */
export const initiative: Question = {
  id: 'initiative', section: 'applicant', kind: 'choice', options: () => options('initiative', 'own', 'employer'),
}

export const employerName: Question = {
  id: 'employerName', section: 'applicant', kind: 'text', example: 'text',
  applies: (view) => view.get('initiative') === 'employer',
  read: (text) => readText(text, { min: 2, max: 160 }),
}

export const employerBin: Question = {
  id: 'employerBin', section: 'applicant', kind: 'text', example: 'bin', skip: ['unknown'],
  applies: (view) => view.get('initiative') === 'employer',
  read: readBin,
}
