import { readPhone } from '../../reading/phone.ts'
import type { Question } from '../question.ts'

/** By the contact button or typed; a helper types the applicant's own. */
export const phone: Question = {
  id: 'phone', section: 'applicant', kind: 'contact', example: 'phone', read: readPhone, echo: true,
  ask: (view) => ({ key: view.get('who') === 'other' ? 'interview.phone.askOther' : 'interview.phone.ask' }),
}
