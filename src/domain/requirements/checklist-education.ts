import { item, rules } from './item.ts'
import type { Item } from './item.ts'
import { isVerified } from './entry.ts'
import type { Level } from './entry.ts'
import type { EducationFact, Facts } from './facts.ts'
import { contradictionValues, stepValues } from './said-values.ts'
import { finishedSteps, isStep } from './standing-education.ts'

/** The education document is due only where education is demanded (rules, ch. 2, last paragraph). */
export function educationItems(level: Level, facts: Facts): Item[] {
  return [educationItem(level, facts), ...recognitionItems(level, facts)]
}

function educationItem(level: Level, facts: Facts): Item {
  const { education } = level
  const pages = { pagesHint: 2 }
  if (education.state === 'none') return item('education', 'not-needed', 'why.education.none', { clause: rules() })
  if (education.state === 'unread') return item('education', 'centre-decides', 'why.education.unread', pages)
  if (education.state === 'contradictory') return item('education', 'centre-decides', 'why.education.contradictory', { ...pages, clause: education.clause, values: contradictionValues(education.variants) })
  const more = { ...pages, clause: education.clause, values: stepValues(education.steps) }
  if (!isVerified(level)) return item('education', 'centre-decides', 'why.education.unverified', more)
  const held = finishedSteps(facts.education).some((fact) => education.steps.some((s) => s === fact.level))
  if (education.orWithout && facts.education.length && !held) return item('education', 'centre-decides', 'why.education.or-without', more)
  const unfinished = !finishedSteps(facts.education).length && facts.education.some((fact) => !fact.finished && isStep(fact))
  return item('education', 'required', unfinished ? 'why.education.unfinished' : 'why.education.demanded', more)
}

const isHigher = (fact: EducationFact) => fact.level === 'higher' || fact.level === 'postgraduate'

/** Recognition rules since 2025 cover higher and postgraduate documents; for vocational and school ones none was found. */
function recognitionItems(level: Level, facts: Facts): Item[] {
  const abroad = finishedSteps(facts.education).filter((fact) => fact.country === 'other')
  if (!abroad.length || level.education.state === 'none') return []
  const one = (need: Item['need'], reason: string) => [item('education-recognition', need, reason, { id: 'edu-recognition', clause: rules('2') })]
  if (!abroad.some(isHigher)) return one('centre-decides', 'why.recognition.vocational')
  // The rules name it beside the diploma, "and (or)": a clause that leaves the choice demands nothing of this person.
  return one('centre-decides', heldAtHome(level, facts) ? 'why.recognition.maybe' : 'why.recognition.higher')
}

/** A diploma of Kazakhstan that answers the demand makes the foreign one unnecessary. */
function heldAtHome(level: Level, facts: Facts): boolean {
  const { education } = level
  if (education.state !== 'demanded') return false
  return finishedSteps(facts.education).some((fact) => fact.country === 'kz' && education.steps.some((s) => s === fact.level))
}
