/**
 * What state a case can be in and where it may go from there.
 * The table is the truth; the type comes from it, so a forbidden move does not go unnoticed.
 */
export const STATUSES = {
  interview: ['paused', 'collecting', 'returned', 'erased'],
  // A person under 18: nothing more is collected until the centre has the representative's consent (PD law).
  paused: ['interview', 'erased'],
  collecting: ['interview', 'sending', 'erased'],
  sending: ['collecting', 'returned', 'sent', 'interview', 'erased'],
  sent: ['review', 'closed'],
  review: ['sent', 'returned', 'accepted', 'closed'],
  returned: ['sending', 'interview', 'closed'],
  accepted: ['closed', 'review'],
  closed: [],
  erased: [],
} as const satisfies Record<string, readonly string[]>

export type Status = keyof typeof STATUSES

export const STATUS_NAMES = Object.keys(STATUSES) as [Status, ...Status[]]

/** Whether the table allows the step. */
export const mayMove = (from: Status, to: Status): boolean =>
  (STATUSES[from] as readonly string[]).includes(to)

/** The candidate still writes: answers and pages may change. */
export const isOpen = (status: Status): boolean =>
  status === 'interview' || status === 'collecting' || status === 'sending' || status === 'returned'

/** What new requirements still concern: nothing final was decided. */
export const isUndecided = (status: Status): boolean => isOpen(status) || isWithStaff(status) || status === 'paused'

/** The person has seen a checklist. */
export const hasChecklist = (status: Status): boolean => isUndecided(status) && status !== 'interview' && status !== 'paused'

/** The case lies with the centre. */
export const isWithStaff = (status: Status): boolean => status === 'sent' || status === 'review'
