import type { AnswerValue } from '../case/case.ts'
import { type Facts, type factsSchema } from '../requirements/facts.ts'
import { type Answers, type Around, stepsFor } from './next.ts'
import { isSkipped } from './question.ts'
import { educationTold, isWorkUntold, jobsTold, optional, textOf, type Told } from './told.ts'

/** The applicable answers as the facts that requirements are judged by; what no longer applies does not count. */
export function factsOf(answers: Answers, around: Around): Facts {
  const known = new Map<string, AnswerValue>()
  for (const step of stepsFor(answers, around)) {
    const value = answers[step.key]?.v
    if (value !== undefined && !isSkipped(value)) known.set(step.key, value)
  }
  const told: Told = (key) => known.get(key)
  const asked = [...known].filter(([key]) => key.startsWith('ask.')).map(([key, value]) => [key.slice(4), String(value)])
  const choice = <K extends keyof typeof factsSchema.shape>(key: K): Partial<Record<K, unknown>> => optional(key, textOf(told(key)))
  return {
    education: educationTold(told),
    jobs: jobsTold(told).map((each) => each.job),
    applies: Object.fromEntries(asked) as Record<string, string>,
    noIin: told('iin') === 'no',
    forOther: told('who') === 'other',
    ...(isWorkUntold(told) ? { workUntold: true } : {}),
    ...choice('birth'), ...choice('citizenship'), ...choice('idKind'), ...choice('initiative'), ...choice('payer'),
    ...optional('earlier', known.has('earlier') ? told('earlier') === 'yes' : undefined),
  } as Facts
}
