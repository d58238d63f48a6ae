import { proofKinds } from '../../requirements/facts.ts'
import { type Question, options } from '../question.ts'

/** Which of the ten proofs of Labour Code art. 35 are at hand; a running contract is stronger with a second paper. */
export const jobProof: Question = {
  id: 'job.proof', section: 'work', kind: 'many', alone: 'none', example: 'many', skip: ['unknown'],
  options: () => options('job.proof', ...proofKinds),
}
