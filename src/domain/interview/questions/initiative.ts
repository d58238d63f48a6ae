import { options, type Question } from '../question.ts'

/** Own wish, or the employer's referral (law on professional qualifications, art. 1(7)). */
export const initiative: Question = {
  id: 'initiative', section: 'applicant', kind: 'choice', options: () => options('initiative', 'own', 'employer'),
}
