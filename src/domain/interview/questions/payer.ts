import { readDate } from '../../reading/date.ts'
import { options, type Question, saysDay } from '../question.ts'

/** Candidate, employer, or a voucher of the career centre (art. 15(3), 29). */
export const payer: Question = {
  id: 'payer', section: 'applicant', kind: 'choice', options: () => options('payer', 'self', 'employer', 'voucher'),
}

export const voucherDate: Question = {
  id: 'voucherDate', section: 'applicant', kind: 'text', example: 'date', skip: ['unknown'], echo: true,
  applies: (view) => view.get('payer') === 'voucher',
  read: (text, view) => readDate(text, { today: view.today }), plain: saysDay,
}
