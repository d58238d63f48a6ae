import { type IdKind, readIdNumber } from '../../documents/identity.ts'
import type { Question, View } from '../question.ts'

const kindOf = (view: View): IdKind | null => {
  const kind = view.get('idKind')
  return typeof kind === 'string' ? (kind as IdKind) : null
}

const ASKS: Partial<Record<IdKind, string>> = { 'id-card': 'interview.idNumber.askCard', passport: 'interview.idNumber.askPassport' }

/** The document's number, for the application; its format is checked only where the order on samples gives one. */
export const idNumber: Question = {
  id: 'idNumber', section: 'applicant', kind: 'text', example: 'id-number', echo: true,
  ask: (view) => ({ key: ASKS[kindOf(view) ?? 'other'] ?? 'interview.idNumber.ask' }),
  applies: (view) => kindOf(view) !== null,
  read: (text, view) => readIdNumber(text, kindOf(view)),
}
