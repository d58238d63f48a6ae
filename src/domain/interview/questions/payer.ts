import { options, type Question } from '../question.ts'

/** Candidate, employer, or a voucher of the career centre (art. 15(3), 29). */
export const payer: Question = {
  id: 'payer', section: 'applicant', kind: 'choice', options: () => options('payer', 'self', 'employer', 'voucher'),
}
