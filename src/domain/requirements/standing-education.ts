import { steps } from './demand.ts'
import type { EducationDemand, Step } from './demand.ts'
import type { EducationFact } from './facts.ts'
import { contradictionValues, stepValues } from './said-values.ts'
import type { Standing } from './standing-type.ts'

type Demanded = Extract<EducationDemand, { state: 'demanded' }>
type Outcome = Pick<Standing, 'state' | 'reason' | 'change'>

const step = (fact: EducationFact) => steps.indexOf(fact.level as Step)
/** Formal education, not a course or learning by oneself. */
export const isStep = (fact: EducationFact) => step(fact) >= 0

/** Formal steps that are finished and held: what a demand is compared with. */
export function finishedSteps(education: EducationFact[]): EducationFact[] {
  return education.filter((fact) => fact.finished && isStep(fact))
}

/** Education of the person against the demand. A course or informal learning counts only where the standard says so (art. 19): a person decides. */
export function judgeEducation(demand: EducationDemand, education: EducationFact[]): Standing {
  const base = { requirement: 'education', values: {}, clause: null } as const
  if (demand.state === 'none') return { ...base, state: 'meets', reason: 'standing.education.none' }
  if (demand.state === 'unread') return { ...base, state: 'human', reason: 'standing.education.unread' }
  if (demand.state === 'contradictory') return { ...base, state: 'human', reason: 'standing.education.contradictory', values: contradictionValues(demand.variants), clause: demand.clause }
  const asked = { requirement: 'education', clause: demand.clause, values: stepValues(demand.steps) } as const
  if (!education.length) return { ...asked, state: 'human', reason: 'standing.education.not-told' }
  const outcome = compare(demand, education)
  const open = demand.orWithout && outcome.state === 'not'
  return { ...asked, ...outcome, ...(open ? { state: 'human', reason: 'standing.education.or-without' } : {}) }
}

function compare(demand: Demanded, education: EducationFact[]): Outcome {
  const listed = finishedSteps(education).filter((fact) => demand.steps.includes(fact.level as Step))
  if (listed.some((fact) => fact.country === 'kz')) return enough(demand)
  const highest = Math.max(...demand.steps.map((s) => steps.indexOf(s)))
  const above = finishedSteps(education).filter((fact) => step(fact) > highest)
  const foreign = [...listed, ...above].find((fact) => fact.country === 'other')
  // Higher than anything the text lists: it mostly says more, but the text does not say so.
  if (above.some((fact) => fact.country === 'kz')) return { state: 'human', reason: 'standing.education.higher' }
  return foreign ? abroad(foreign) : short(education)
}

// The words of a diploma's specialty and of a demand rarely agree letter by letter: a machine would refuse the right people.
function enough(demand: Demanded): Outcome {
  if (demand.inSpecialty) return { state: 'human', reason: 'standing.education.specialty' }
  return { state: 'meets', reason: 'standing.education.meets' }
}

/** Recognition abroad is settled for higher and postgraduate diplomas (order 268 of 12 June 2023); for vocational ones no rule was found. */
function abroad(fact: EducationFact): Outcome {
  const recognised = fact.level === 'higher' || fact.level === 'postgraduate'
  if (recognised) {
    return { state: 'human', reason: 'standing.education.foreign-higher', change: { reason: 'standing.education.bring-recognition', values: {} } }
  }
  const vocational = fact.level === 'tve' || fact.level === 'post-secondary'
  return { state: 'human', reason: vocational ? 'standing.education.foreign-vocational' : 'standing.education.foreign-school' }
}

function short(education: EducationFact[]): Outcome {
  if (education.some((fact) => ['course', 'nonformal', 'informal'].includes(fact.level))) {
    return { state: 'human', reason: 'standing.education.course' }
  }
  if (education.some((fact) => !fact.finished && isStep(fact))) {
    return { state: 'not', reason: 'standing.education.unfinished', change: { reason: 'standing.education.finish', values: {} } }
  }
  return { state: 'not', reason: 'standing.education.short', change: { reason: 'standing.education.other-paper', values: {} } }
}
