import { expect, test } from 'vitest'
import { lawfulProofs, proofKinds } from './facts.ts'
import type { ProofKind } from './facts.ts'
import { proofHints } from './proof-hints.ts'

const hint = (proof: ProofKind[], to: string | null = '2020-12') =>
  proofHints([{ employer: 'ТОО «Завод»', position: 'Сварщик', to, proof }])[0]?.reason.replace('why.proof.', '')

test('a work book, a service record and an archive certificate name profession and grade', () => {
  for (const kind of ['work-book', 'service-record', 'archive'] as const) expect(hint([kind])).toBe('full')
})

test('the pension and the social fund show that somebody worked, not as what', () => {
  expect(hint(['pension-fund'])).toBe('only-employment')
  expect(hint(['pension-fund', 'social-fund'])).toBe('only-employment')
  expect(hint(['payroll', 'pension-fund'])).toBe('payroll')
})

test('a contract that ended needs the employer’s mark; one still running needs a second paper', () => {
  expect(hint(['contract-closed'])).toBe('contract-mark')
  expect(hint(['contract-closed'], null)).toBe('contract-current')
  expect(hint(['contract-closed', 'pension-fund'], null)).toBe('contract-paired')
  expect(hint(['contract-closed', 'employer-acts'], null)).toBe('acts-current')
})

test('ESUTD is not in article 35: the centre decides, and a lawful paper beside it speaks instead', () => {
  expect(hint(['esutd'])).toBe('esutd')
  expect(hint(['esutd', 'work-book'])).toBe('full')
})

test('nothing at hand, or nothing told, is met with where to get a paper', () => {
  expect(hint(['none'])).toBe('none')
  expect(proofHints([{ employer: '', position: '', to: null }])).toEqual([{ job: 0, reason: 'why.proof.none', values: { work: '1' } }])
})

test('each of the ten lawful proofs has a word of its own, and every job is spoken of once, in order', () => {
  for (const kind of lawfulProofs) expect(hint([kind])).not.toBe('none')
  const jobs = proofKinds.map((kind) => ({ employer: kind, position: '', to: null, proof: [kind] }))
  expect(proofHints(jobs).map(({ job, values }) => [job, values['work']])).toEqual(proofKinds.map((kind, at) => [at, kind]))
})
