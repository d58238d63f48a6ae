import { readName } from '../../reading/name.ts'
import type { Question } from '../question.ts'

/** Full name as the identity document has it; a single name is a name. */
export const name: Question = {
  id: 'name', section: 'applicant', kind: 'text', joins: true, example: 'name', skip: ['refused'],
  ask: (view) => ({ key: view.get('who') === 'other' ? 'interview.name.askOther' : 'interview.name.ask' }),
  read: (text) => {
    const read = readName(text)
    return read.ok ? { ok: true, value: read.value.full } : read
  },
}
