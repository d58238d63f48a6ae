import { type Question, yesNo } from '../question.ts'

/** Documents on an earlier recognition are brought "if any" (Rules No 374, ch. 2, 4)). */
export const earlier: Question = { id: 'earlier', section: 'earlier', kind: 'choice', options: yesNo }
