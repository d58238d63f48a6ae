import { option, type Question } from '../question.ts'

/** The confirmation before the case goes to the centre. */
export const send: Question = { id: 'send', section: 'sending', kind: 'choice', skip: [], options: () => [option('send', 'yes')] }
