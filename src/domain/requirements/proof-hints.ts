import type { Clause } from './demand.ts'
import type { JobFact, ProofKind } from './facts.ts'
import type { Values } from './standing-type.ts'

/** Labour Code art. 35: any one of its ten papers proves work. */
export const proofClause: Clause = { act: 'LC', clause: 'ст. 35' }

/** What the paper at hand proves of one job, and what to add; `job` is its place in the list, `reason` a locale key of `requirements`. */
export type ProofHint = { job: number; reason: string; values: Values }

/** For each job a sentence about its proof: which paper names profession and grade, which only that the person worked. Pure. */
export function proofHints(jobs: readonly Pick<JobFact, 'employer' | 'position' | 'to' | 'proof'>[]): ProofHint[] {
  return jobs.map(({ employer, position, to, proof }, job) => ({
    job, reason: reasonFor(proof ?? [], to === null), values: { work: employer || position || String(job + 1) },
  }))
}

/** Grade and position stand in these: the grade is written into the worker's papers (ЕТКС, issue 1, introduction). */
const full: readonly ProofKind[] = ['work-book', 'service-record', 'archive']

/** The strongest paper speaks; a weaker one beside it needs no word. */
function reasonFor(proof: readonly ProofKind[], current: boolean): string {
  const has = (...kinds: ProofKind[]) => kinds.some((kind) => proof.includes(kind))
  if (has(...full)) return 'why.proof.full'
  if (has('employer-acts')) return current ? 'why.proof.acts-current' : 'why.proof.acts-both'
  if (has('contract-closed')) return contract(current, has('esutd', 'pension-fund', 'social-fund', 'payroll'))
  if (has('court')) return 'why.proof.court'
  if (has('dual-training')) return 'why.proof.dual'
  if (has('payroll')) return 'why.proof.payroll'
  if (has('pension-fund', 'social-fund')) return 'why.proof.only-employment'
  return has('esutd') ? 'why.proof.esutd' : 'why.proof.none'
}

/** Art. 35, subpara. 2 speaks of a contract with the employer's mark of its end: one still running has none. */
function contract(current: boolean, paired: boolean): string {
  if (!current) return 'why.proof.contract-mark'
  return paired ? 'why.proof.contract-paired' : 'why.proof.contract-current'
}
