import type { AnswerValue } from '../../case/case.ts'
import { readPeriod } from '../../reading/month.ts'
import { readText } from '../../reading/text.ts'
import { options, type Phrase, type Question, yesNo } from '../question.ts'

export const jobAny: Question = { id: 'jobs', section: 'work', kind: 'choice', options: yesNo }

export const jobEmployer: Question = {
  id: 'job.employer', section: 'work', kind: 'text', example: 'text', read: (text) => readText(text, { min: 2, max: 160 }),
}

export const jobPosition: Question = {
  id: 'job.position', section: 'work', kind: 'text', example: 'text', read: (text) => readText(text, { min: 2, max: 160 }),
}

export const jobGrade: Question = {
  id: 'job.grade', section: 'work', kind: 'text', example: 'text', skip: ['none'],
  // A period typed too early is not a grade.
  read: (text) => (/\d{4}/.test(text) ? { ok: false, reason: 'text.long', values: { max: 40 } } : readText(text, { min: 1, max: 40 })),
}

function saysPeriod(value: AnswerValue): Phrase {
  if (typeof value !== 'object' || !('from' in value)) return { text: String(value) }
  return value.to === null
    ? { key: 'interview.job.period.since', values: { fromMonth: value.from } }
    : { key: 'interview.job.period.between', values: { fromMonth: value.from, toMonth: value.to } }
}

/** Months from–to, or until now, in one line. */
export const jobPeriod: Question = {
  id: 'job.period', section: 'work', kind: 'text', example: 'period', echo: true,
  read: (text, view) => readPeriod(text, { today: view.today }), plain: saysPeriod,
}

/** Which of the ten proofs of Labour Code art. 35 is at hand. */
export const PROOFS = ['work-book', 'contract-closed', 'employer-acts', 'payroll', 'service-record', 'pension-fund', 'social-fund', 'dual-training', 'archive', 'court', 'esutd', 'none'] as const

export const jobProof: Question = { id: 'job.proof', section: 'work', kind: 'choice', options: () => options('job.proof', ...PROOFS) }

export const jobMore: Question = { id: 'job.more', section: 'work', kind: 'choice', options: yesNo }
