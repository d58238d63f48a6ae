/** What the audit may tell in words; anything else is said as "a change" with its code. */
export const EVENTS = ['sent', 'overruled', 'taken', 'given-back', 'accepted', 'returned', 'dossier-again', 'guardian', 'asked', 'objected', 'answered', 'withdrawn', 'opened', 'exam', 'passed', 'not-passed', 'settled', 'extra', 'original-seen', 'reopened', 'closed', 'moved', 'wrote', 'updated'] as const
export type Event = { name: (typeof EVENTS)[number] | 'other'; who: 'candidate' | 'staff' | 'system'; staff: string | null; detail: string }

/** Reads an audit line's codes: `sent.2`, `overruled.identity`, by `candidate` or `staff.123`. Pure. */
export function eventOf(entry: { who: string; what: string }): Event {
  const [head = '', ...rest] = entry.what.split('.')
  const name = EVENTS.find((each) => each === head) ?? 'other'
  const staff = /^staff\.(\d+)$/.exec(entry.who)?.[1] ?? null
  const who = entry.who === 'candidate' ? 'candidate' : staff ? 'staff' : 'system'
  return { name, who, staff, detail: name === 'other' ? entry.what : rest.join('.') }
}

/** How staff are named in the audit: by id, for the audit holds no words about a person. */
export const staffCode = (id: number): string => `staff.${id}`
