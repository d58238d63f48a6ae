import { readText } from '../../reading/text.ts'
import { levelPhrase } from '../level-phrase.ts'
import { option, type Question } from '../question.ts'

/** The grade or level; one absent from the catalogue never inherits another's demands. */
export const level: Question = {
  id: 'level', section: 'work-sought', kind: 'choice',
  applies: (view) => view.entry !== null,
  options: (view) => [...(view.entry?.levels ?? []).map((each) => ({ id: each.id, label: levelPhrase(each) })), option('level', 'other')],
  plain: (value, view) => {
    const found = view.entry?.levels.find((each) => each.id === value)
    return found ? levelPhrase(found) : { key: 'interview.level.options.other' }
  },
}

export const levelText: Question = {
  id: 'levelText', section: 'work-sought', kind: 'text', example: 'text', skip: ['unknown'],
  applies: (view) => view.get('level') === 'other' || view.get('profession') === 'other',
  read: (text) => readText(text, { min: 1, max: 60 }),
}
