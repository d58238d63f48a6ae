import { type IdKind, idKindsFor } from '../../documents/identity.ts'
import { options, type Question, type View } from '../question.ts'

const kinds = (view: View): readonly IdKind[] => {
  const citizenship = view.get('citizenship')
  return idKindsFor(typeof citizenship === 'string' ? citizenship : null)
}

/** Which identity document will be shown: a card has two sides, a passport one page with data. */
export const idKind: Question = {
  id: 'idKind', section: 'applicant', kind: 'choice', skip: ['unknown', 'refused'],
  options: (view) => options('idKind', ...kinds(view)),
}
