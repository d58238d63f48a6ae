import { hasStudied } from '../education.ts'
import { type Question, yesNo } from '../question.ts'

/** Another document of education, such as a course. */
export const eduMore: Question = { id: 'edu.more', section: 'education', kind: 'choice', skip: [], applies: hasStudied, options: yesNo }
