import { atSchool } from '../education.ts'
import { type Question, yesNo } from '../question.ts'

/** Who did not finish brings a certificate of it (rules No 374, ch. 2, 2)). */
export const eduFinished: Question = { id: 'edu.finished', section: 'education', kind: 'choice', applies: atSchool, options: yesNo }
