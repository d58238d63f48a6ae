import { readText } from '../../reading/text.ts'
import { readYear } from '../../reading/year.ts'
import { options, type Question, type View, yesNo } from '../question.ts'

const told = (view: View): boolean => view.here('level') !== undefined && view.here('level') !== 'none'
/** School certificates name no specialty. */
const withSpecialty = (view: View): boolean => told(view) && view.here('level') !== 'basic' && view.here('level') !== 'secondary'
/** One learns informally by oneself: no institution, no end. */
const atSchool = (view: View): boolean => told(view) && view.here('level') !== 'informal'

export const eduLevel: Question = {
  id: 'edu.level', section: 'education', kind: 'choice',
  options: () => options('edu.level', 'tve', 'post-secondary', 'higher', 'postgraduate', 'secondary', 'basic', 'course', 'nonformal', 'informal', 'none'),
}

export const eduInstitution: Question = {
  id: 'edu.institution', section: 'education', kind: 'text', example: 'text', skip: ['unknown'],
  applies: atSchool, read: (text) => readText(text, { min: 2, max: 200 }),
}

export const eduSpecialty: Question = {
  id: 'edu.specialty', section: 'education', kind: 'text', example: 'text', skip: ['unknown'],
  ask: (view) => ({ key: ['course', 'nonformal', 'informal'].includes(String(view.here('level'))) ? 'interview.edu.specialty.askLearned' : 'interview.edu.specialty.ask' }),
  applies: withSpecialty, read: (text) => readText(text, { min: 2, max: 200 }),
}

export const eduCountry: Question = {
  id: 'edu.country', section: 'education', kind: 'choice',
  applies: atSchool, options: () => options('edu.country', 'kz', 'other'),
}

export const eduFinished: Question = { id: 'edu.finished', section: 'education', kind: 'choice', applies: atSchool, options: yesNo }

export const eduYear: Question = {
  id: 'edu.year', section: 'education', kind: 'text', example: 'year', skip: ['unknown'],
  ask: (view) => ({ key: view.here('finished') === 'no' ? 'interview.edu.year.askLeft' : 'interview.edu.year.ask' }),
  applies: atSchool, read: (text, view) => readYear(text, { today: view.today, min: 1940 }),
}

export const eduMore: Question = { id: 'edu.more', section: 'education', kind: 'choice', applies: told, options: yesNo }
