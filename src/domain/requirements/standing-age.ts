import { ageOn, turns } from './age.ts'
import type { AgeDemand, Clause } from './demand.ts'
import type { Standing } from './standing-type.ts'

/** Labour Code art. 31: an employment contract from 16 (younger only in narrow cases, which nobody recognises a trade in). */
const youngest = { years: 16, clause: { act: 'LC', clause: 'ст. 31' } satisfies Clause }
const adult = { years: 18, clause: { act: 'LC', clause: 'ст. 26, п. 1, пп. 2' } satisfies Clause }

/** Age counts on the day of the exam where it is known, else today. */
export function judgeAge(demand: AgeDemand, who: { birth?: string | undefined; today: string; examDate?: string | undefined }): Standing {
  const asked = demand.state === 'demanded' ? demand : adult
  const base = { requirement: 'age', clause: asked.clause } as const
  if (!who.birth) return { ...base, state: 'human', reason: 'standing.age.not-told', values: { age: asked.years } }
  const day = who.examDate && who.examDate > who.today ? who.examDate : who.today
  const age = ageOn(who.birth, day)
  // Only an adult is past every limit we know of; where the demand was not read none is claimed.
  if (age >= asked.years && demand.state !== 'demanded') return { ...base, state: 'meets', reason: 'standing.age.adult', values: {}, clause: null }
  if (age >= asked.years) return { ...base, ...enough(who, asked.years) }
  const change = { reason: 'standing.age.turns', values: { age: asked.years, date: turns(who.birth, asked.years) } }
  if (age < youngest.years) return { ...base, state: 'not', reason: 'standing.age.under-16', values: { age }, clause: youngest.clause, change }
  // 16 and 17: the list of forbidden works decides, not we. Where the demand is unread there may be no limit at all.
  const reason = demand.state === 'demanded' ? 'standing.age.minor' : 'standing.age.minor-unread'
  return { ...base, state: 'human', reason, values: { age: asked.years, have: age }, change }
}

function enough(who: { birth?: string | undefined; today: string; examDate?: string | undefined }, years: number) {
  const already = ageOn(who.birth ?? who.today, who.today) >= years
  if (already) return { state: 'meets', reason: 'standing.age.meets', values: { age: years } } as const
  return { state: 'meets', reason: 'standing.age.meets-on-exam', values: { age: years, date: turns(who.birth ?? '', years) } } as const
}
