import type { AnswerValue } from '../../case/case.ts'
import { readPeriod } from '../../reading/month.ts'
import type { Phrase, Question } from '../question.ts'

function saysPeriod(value: AnswerValue): Phrase {
  if (typeof value !== 'object' || !('from' in value)) return { text: String(value) }
  return value.to === null
    ? { key: 'interview.job.period.since', values: { fromMonth: value.from } }
    : { key: 'interview.job.period.between', values: { fromMonth: value.from, toMonth: value.to } }
}

/** Months from–to, or until now, in one line; days are kept where the person gives them. */
export const jobPeriod: Question = {
  id: 'job.period', section: 'work', kind: 'text', example: 'period', echo: true,
  read: (text, view) => readPeriod(text, { today: view.today }), plain: saysPeriod,
}
