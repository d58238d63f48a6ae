import { options, type Question } from '../question.ts'

export const examLanguage: Question = {
  id: 'examLanguage', section: 'applicant', kind: 'choice',
  options: (view) => options('examLanguage', ...view.examLanguages),
}
