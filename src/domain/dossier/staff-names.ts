import type { Case } from '../case/case.ts'
import { eventOf } from './event.ts'

type Line = { who: string; what: string }

/** The audit knows staff by id only; a decision and the one who has the case tell the name that goes with it. Pure. */
export function staffNames(found: Pick<Case, 'secret' | 'reviewer'>, audit: readonly Line[]): ReadonlyMap<string, string> {
  const { decisions, reviewerName } = found.secret
  const names = new Map<string, string>()
  for (const { name, staff, detail } of audit.map(eventOf)) {
    const by = name === 'accepted' || name === 'returned' ? decisions.findLast((each) => String(each.round) === detail)?.by : undefined
    if (staff !== null && by) names.set(staff, by)
  }
  if (found.reviewer !== null && reviewerName) names.set(String(found.reviewer), reviewerName)
  return names
}
