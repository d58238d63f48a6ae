import { readDate } from '../../reading/date.ts'
import { type Question, saysDay } from '../question.ts'

export const birth: Question = {
  id: 'birth', section: 'applicant', kind: 'text', example: 'date', echo: true,
  read: (text, view) => readDate(text, { today: view.today }), plain: saysDay,
}
