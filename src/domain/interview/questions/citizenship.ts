import { options, type Question } from '../question.ts'

/** Foreigners and stateless persons may apply (art. 2(4)). */
export const citizenship: Question = {
  id: 'citizenship', section: 'applicant', kind: 'choice',
  options: () => options('citizenship', 'kz', 'kandas', 'foreign', 'stateless', 'refugee'),
}
