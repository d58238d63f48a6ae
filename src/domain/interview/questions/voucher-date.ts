import { readDate } from '../../reading/date.ts'
import { type Question, saysDay } from '../question.ts'

/** The day on which the voucher was given: its term counts from there. */
export const voucherDate: Question = {
  id: 'voucherDate', section: 'applicant', kind: 'text', example: 'date', skip: ['unknown'], echo: true,
  applies: (view) => view.get('payer') === 'voucher',
  read: (text, view) => readDate(text, { today: view.today }), plain: saysDay,
}
