import { iinHints } from '../../reading/iin.ts'
import { option, type Question, type View } from '../question.ts'

const hintedBirth = (view: View): string | undefined => {
  const number = view.get('iin')
  return typeof number === 'string' && number !== 'no' ? iinHints(number).birth : undefined
}

/**
 * The first six digits of an IIN are not normative since 2013 (Gov. resolution No 853): a difference is asked
 * about once, and then the person is believed.
 */
export const iinMatch: Question = {
  id: 'iinMatch', section: 'applicant', kind: 'choice',
  applies: (view) => {
    const hint = hintedBirth(view)
    return hint !== undefined && typeof view.get('birth') === 'string' && hint !== view.get('birth')
  },
  options: () => [
    option('iinMatch', 'right'),
    { ...option('iinMatch', 'fixBirth'), goTo: 'birth' },
    { ...option('iinMatch', 'fixIin'), goTo: 'iin' },
  ],
}
