import { option, type Question } from '../question.ts'

/** The profession: a catalogue entry's id, or 'other' when the person's trade is not in the list. */
export const profession: Question = {
  id: 'profession', section: 'work-sought', kind: 'profession', example: 'profession', skip: ['unknown'],
  options: () => [option('profession', 'other')],
  plain: (value, view) => (value === 'other' || !view.entry ? { key: 'interview.profession.options.other' } : { text: view.entry.names }),
}
