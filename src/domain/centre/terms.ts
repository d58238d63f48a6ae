import { afterWorkingDays } from './calendar.ts'
import type { Centre } from './profile.ts'

/**
 * Terms of the law in working days: answer to an objection against a machine's hint (personal data law, art. 19-1), end of
 * processing after a withdrawn consent (art. 8, cl. 7), appeal against the result of an exam (rules of recognition).
 */
const WORKING_DAYS = { objection: 3, withdrawal: 15, appeal: 5 } as const
export type Term = keyof typeof WORKING_DAYS

/** The last day of a term that runs from `day` ('YYYY-MM-DD'). Pure. */
export const lastDay = (calendar: Centre['calendar'], term: Term, day: string): string => afterWorkingDays(calendar, day, WORKING_DAYS[term])
