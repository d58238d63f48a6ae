import { option, type Question } from '../question.ts'

/** Safety, fire and sanitary rules during the exam (law on professional qualifications, art. 18(3)). */
export const safety: Question = { id: 'safety', section: 'sending', kind: 'choice', skip: [], options: () => [option('safety', 'yes')] }
