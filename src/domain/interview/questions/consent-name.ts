import { option, type Question } from '../question.ts'

/** Consent once more with the applicant's full name: the law on personal data wants the name in it (art. 8(4)). */
export const consentName: Question = {
  id: 'consentName', section: 'applicant', kind: 'choice', skip: [],
  applies: (view) => typeof view.get('name') === 'string',
  ask: (view) => ({
    key: view.get('who') === 'other' ? 'interview.consentName.askOther' : 'interview.consentName.ask',
    values: { name: String(view.get('name')) },
  }),
  options: () => [option('consentName', 'yes'), { ...option('consentName', 'fix'), goTo: 'name' }],
}
