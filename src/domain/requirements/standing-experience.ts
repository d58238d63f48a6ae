import type { ExperienceDemand, ExperienceWay } from './demand.ts'
import { experience } from './experience.ts'
import type { Span } from './experience.ts'
import type { Facts } from './facts.ts'
import { durationValues } from './said-values.ts'
import type { Standing } from './standing-type.ts'
import { finishedSteps } from './standing-education.ts'

/** Experience against the demand. Where a position is named ("as technician") a person compares: titles at plants differ. */
export function judgeExperience(demand: ExperienceDemand, facts: Facts, today: string): Standing {
  const base = { requirement: 'experience', values: {}, clause: null } as const
  if (demand.state === 'none') return { ...base, state: 'meets', reason: 'standing.experience.none' }
  if (demand.state === 'unread') return { ...base, state: 'human', reason: 'standing.experience.unread' }
  const span = experience(facts.jobs, today)
  const way = wayFor(demand.ways, facts)
  const need = way.totalMonths ?? way.months
  const values = {
    ...durationValues('need', need), ...durationValues('least', span.minMonths), ...durationValues('most', span.maxMonths),
    text: demand.text.ru ?? demand.text.kk ?? '',
  }
  return { ...base, clause: demand.clause, values, ...compare(span, need, way) }
}

/** The easiest way open to this person's finished education; the longest way of all where none of them is. */
export function wayFor(ways: ExperienceWay[], facts: Facts): ExperienceWay {
  const held = finishedSteps(facts.education).map((fact) => fact.level as string)
  const byLength = ways.toSorted((a, b) => a.months - b.months)
  const open = byLength.find((way) => !way.education || way.education.some((s) => held.includes(s)))
  return (open ?? byLength.at(-1)) as ExperienceWay
}

function compare(span: Span, need: number, way: ExperienceWay): Pick<Standing, 'state' | 'reason' | 'change'> {
  const missing = need - span.maxMonths
  if (missing > 0) {
    return { state: 'not', reason: 'standing.experience.short', change: { reason: 'standing.experience.work-more', values: durationValues('missing', missing) } }
  }
  if (way.as || way.totalMonths) return { state: 'human', reason: 'standing.experience.position' }
  if (span.minMonths >= need) return { state: 'meets', reason: 'standing.experience.meets' }
  return { state: 'human', reason: 'standing.experience.days', change: { reason: 'standing.experience.tell-days', values: {} } }
}
