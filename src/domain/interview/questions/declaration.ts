import { option, type Question } from '../question.ts'

/** That what was told is true; the form itself is signed on paper or on the platform. */
export const declaration: Question = { id: 'declaration', section: 'sending', kind: 'choice', skip: [], options: () => [option('declaration', 'yes')] }
