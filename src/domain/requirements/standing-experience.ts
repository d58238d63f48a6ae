import type { ExperienceDemand, ExperienceWay } from './demand.ts'
import { daysDecide, experience } from './experience.ts'
import type { Span } from './experience.ts'
import type { EducationFact, Facts, JobFact } from './facts.ts'
import { atGrade, experienceIn, inPosition } from './job-match.ts'
import { reachedOn } from './reached-on.ts'
import { durationValues } from './said-values.ts'
import type { Standing } from './standing-type.ts'
import { finishedSteps } from './standing-education.ts'

/** Experience against the demand. Where a position is named ("as technician") a person compares: titles at plants differ. */
export function judgeExperience(demand: ExperienceDemand, facts: Facts, today: string): Standing {
  const base = { requirement: 'experience', values: {}, clause: null } as const
  if (demand.state === 'none') return { ...base, state: 'meets', reason: 'standing.experience.none' }
  if (demand.state === 'unread') return { ...base, state: 'human', reason: 'standing.experience.unread' }
  const way = wayFor(demand.ways, facts.education)
  const spans: Spans = { all: experience(facts.jobs, today), alike: experienceIn(facts.jobs, matching(way), today) }
  const need = way.totalMonths ?? way.months
  const values = {
    ...durationValues('need', need), ...durationValues('least', spans.all.minMonths), ...durationValues('most', spans.all.maxMonths),
    ...durationValues('asked', way.months), ...durationValues('alike', spans.alike.maxMonths), text: demand.text.ru ?? demand.text.kk ?? '',
  }
  const outcome = compare(spans, way, () => reachedOn(facts.jobs, need, today))
  // Too little of what was told says nothing where work was kept back.
  const untold = facts.workUntold && outcome.state === 'not'
  return { ...base, clause: demand.clause, values, ...(untold ? { state: 'human', reason: 'standing.experience.not-told' } : outcome) }
}

/** Months of work altogether that the demand asks of a person with that education; null where it asks for none. */
export function monthsNeeded(demand: ExperienceDemand, education: EducationFact[]): number | null {
  if (demand.state !== 'demanded') return null
  const way = wayFor(demand.ways, education)
  return way.totalMonths ?? way.months
}

/** All work, and the work whose title or grade is like what the text names. */
type Spans = { all: Span; alike: Span }

function matching({ as, grade }: ExperienceWay): (job: JobFact) => boolean {
  const [named, graded] = [as ? inPosition(as) : () => true, grade ? atGrade(grade) : () => true]
  return (job) => named(job) && graded(job)
}

/** The easiest way open to this person's finished education; the longest way of all where none of them is. */
export function wayFor(ways: ExperienceWay[], education: EducationFact[]): ExperienceWay {
  const held = finishedSteps(education).map((fact) => fact.level as string)
  const byLength = ways.toSorted((a, b) => a.months - b.months)
  const open = byLength.find((way) => !way.education || way.education.some((s) => held.includes(s)))
  return (open ?? byLength.at(-1)) as ExperienceWay
}

function compare(spans: Spans, way: ExperienceWay, reached: () => string | null): Pick<Standing, 'state' | 'reason' | 'change'> {
  const need = way.totalMonths ?? way.months
  if (need > spans.all.maxMonths) return { state: 'not', reason: 'standing.experience.short', change: whatIsMissing(need - spans.all.maxMonths, reached()) }
  const days = daysDecide(spans.all, need) ? { change: { reason: 'standing.experience.tell-days', values: {} } } : {}
  if (way.as || way.totalMonths || way.grade) {
    const alike = way.as && spans.alike.maxMonths >= way.months
    return { state: 'human', reason: alike ? 'standing.experience.position-alike' : 'standing.experience.position', ...days }
  }
  if (spans.all.minMonths >= need) return { state: 'meets', reason: 'standing.experience.meets' }
  return { state: 'human', reason: 'standing.experience.days', ...days }
}

/** Fourteen months more; and where the person works now, the day from which it will be enough. */
function whatIsMissing(months: number, date: string | null): NonNullable<Standing['change']> {
  const values = durationValues('missing', months)
  return date ? { reason: 'standing.experience.work-on', values: { ...values, date } } : { reason: 'standing.experience.work-more', values }
}
