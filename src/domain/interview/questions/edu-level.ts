import { options, type Question } from '../question.ts'

/** Formal steps, and what art. 19 of the law on qualifications knows besides them. */
export const eduLevel: Question = {
  id: 'edu.level', section: 'education', kind: 'choice',
  options: () => options('edu.level', 'tve', 'higher', 'post-secondary', 'postgraduate', 'secondary', 'basic', 'course', 'nonformal', 'informal', 'none'),
}
