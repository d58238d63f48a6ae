import { iinHints } from '../../reading/iin.ts'
import { sexOfName } from '../../reading/name.ts'
import { option, type Question, type View } from '../question.ts'

const textOf = (view: View, key: string): string => {
  const value = view.get(key)
  return typeof value === 'string' ? value : ''
}

/** What the digits and the other answers say differently; null where nothing does, or nothing is known. */
function difference(view: View): 'birth' | 'sex' | null {
  const hint = iinHints(textOf(view, 'iin'))
  const birth = textOf(view, 'birth')
  if (hint.birth !== undefined && birth !== '' && hint.birth !== birth) return 'birth'
  const sex = sexOfName(textOf(view, 'name'))
  return hint.sex !== undefined && sex !== undefined && hint.sex !== sex ? 'sex' : null
}

/**
 * The digits of an IIN are not normative since 2013 (Gov. resolution No 853): a difference from the birth date, or from
 * what the patronymic says of the sex, is asked about once, and then the person is believed.
 */
export const iinMatch: Question = {
  id: 'iinMatch', section: 'applicant', kind: 'choice',
  applies: (view) => difference(view) !== null,
  ask: (view) => ({ key: difference(view) === 'sex' ? 'interview.iinMatch.askSex' : 'interview.iinMatch.ask' }),
  options: (view) => [
    option('iinMatch', 'right'),
    difference(view) === 'sex' ? { ...option('iinMatch', 'fixName'), goTo: 'name' } : { ...option('iinMatch', 'fixBirth'), goTo: 'birth' },
    { ...option('iinMatch', 'fixIin'), goTo: 'iin' },
  ],
}
