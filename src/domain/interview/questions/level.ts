import { levelPhrase } from '../level-phrase.ts'
import { option, type Question } from '../question.ts'

/** The grade or level; one absent from the catalogue never inherits another's demands. */
export const level: Question = {
  id: 'level', section: 'work-sought', kind: 'choice', skip: ['unknown'],
  applies: (view) => view.entry !== null,
  options: (view) => [...(view.entry?.levels ?? []).map((each) => ({ id: each.id, label: levelPhrase(each) })), option('level', 'other')],
  plain: (value, view) => {
    const found = view.entry?.levels.find((each) => each.id === value)
    return found ? levelPhrase(found) : { key: 'interview.level.options.other' }
  },
}
