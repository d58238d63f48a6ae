import { readText } from '../../reading/text.ts'
import { option, type Question } from '../question.ts'

/** The profession: a catalogue entry's id, or 'other' when the person's trade is not in the list. */
export const profession: Question = {
  id: 'profession', section: 'work-sought', kind: 'profession', example: 'profession',
  options: () => [option('profession', 'other')],
  plain: (value, view) => (value === 'other' || !view.entry ? { key: 'interview.profession.options.other' } : { text: view.entry.names }),
}

/** Not in the list is a way on: the trade in the person's own words; the centre decides. */
export const professionText: Question = {
  id: 'professionText', section: 'work-sought', kind: 'text', example: 'text',
  applies: (view) => view.get('profession') === 'other',
  read: (text) => readText(text, { min: 3, max: 120 }),
}
