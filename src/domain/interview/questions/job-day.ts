import { readDayOf } from '../../reading/date.ts'
import { type Question, saysDay } from '../question.ts'

/** The first or the last day of a job; asked only where the days decide whether the experience is enough. */
export type DayAsked = { job: number; end: 'from' | 'to'; month: string; employer: string }

export const dayKey = ({ job, end }: Pick<DayAsked, 'job' | 'end'>): string => `day.${job}.${end}`

export const jobDay = ({ end, month, employer }: DayAsked): Question => ({
  id: `day.${end}`, section: 'work', kind: 'text', example: 'day', echo: true, skip: ['unknown'],
  ask: () => ({ key: end === 'from' ? 'interview.day.from.ask' : 'interview.day.to.ask', values: { employer, fromMonth: month } }),
  read: (text) => readDayOf(month, text), plain: saysDay,
})
