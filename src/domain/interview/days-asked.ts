import { levelOf } from '../requirements/entry.ts'
import { daysDecide, experience } from '../requirements/experience.ts'
import type { JobFact } from '../requirements/facts.ts'
import { monthsNeeded } from '../requirements/standing-experience.ts'
import { educationTold, jobsTold, type Told } from './told.ts'
import { isSkipped, type View } from './question.ts'
import { type DayAsked, dayKey } from './questions/job-day.ts'

type Job = { index: number; job: JobFact }

const isMonth = (place: string | null): place is string => place !== null && place.length === 7

/** First and last months of the jobs whose day was not told. */
const open = ({ index, job }: Job): DayAsked[] =>
  (['from', 'to'] as const).flatMap((end) => {
    const month = job[end]
    return isMonth(month) ? [{ job: index, end, month, employer: job.employer }] : []
  })

function withDay(jobs: Job[], { job, end }: DayAsked, day: string): Job[] {
  return jobs.map((each) => (each.index === job ? { ...each, job: { ...each.job, [end]: day } } : each))
}

/**
 * The days to ask for: one after the other while the demand lies between the lowest and the highest reading of the
 * months. What a day is answered changes only the questions after it, never its own. Pure.
 */
export function daysAsked(view: View): DayAsked[] {
  const told: Told = (key) => {
    const value = view.get(key)
    // Days already told are looked at one by one, below.
    return isSkipped(value) || key.startsWith('day.') ? undefined : value
  }
  const level = view.entry && levelOf(view.entry, String(view.get('level')))
  let jobs = jobsTold(told)
  const last = jobs.at(-1)
  if (!level || !last || told(`job.${last.index}.more`) === undefined) return []
  const need = monthsNeeded(level.experience, educationTold(told))
  const asked: DayAsked[] = []
  for (const each of need === null ? [] : jobs.flatMap(open)) {
    if (!daysDecide(experience(jobs.map(({ job }) => job), view.today), need ?? 0)) break
    asked.push(each)
    const day = view.get(dayKey(each))
    if (typeof day === 'string') jobs = withDay(jobs, each, day)
  }
  return asked
}
