import type { AnswerValue } from '../case/case.ts'
import type { EducationFact, Facts, JobFact, ProofKind } from '../requirements/facts.ts'
import { isSkipped } from './question.ts'
import { type Answers, type Around, stepsFor } from './next.ts'

type Told = Map<string, AnswerValue>

const text = (value: AnswerValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>

function numbers(told: Told, group: string): number[] {
  const found = [...told.keys()].map((key) => new RegExp(`^${group}\\.(\\d+)\\.`).exec(key)?.[1])
  return [...new Set(found.filter((each) => each !== undefined).map(Number))]
}

function education(told: Told, index: number): EducationFact[] {
  const of = (name: string): AnswerValue | undefined => told.get(`edu.${index}.${name}`)
  const level = text(of('level'))
  if (!level) return []
  const year = of('year')
  return [{
    level: level as EducationFact['level'],
    // Only "yes" is finished; learning by oneself has no end to prove.
    finished: of('finished') === 'yes' || level === 'informal',
    country: of('country') === 'other' ? 'other' : 'kz',
    ...optional('specialty', text(of('specialty'))),
    ...optional('institution', text(of('institution'))),
    ...optional('year', typeof year === 'number' ? year : undefined),
  }]
}

function job(told: Told, index: number): JobFact[] {
  const of = (name: string): AnswerValue | undefined => told.get(`job.${index}.${name}`)
  const period = of('period')
  if (typeof period !== 'object' || !('from' in period)) return []
  const proof = text(of('proof')) as ProofKind | undefined
  return [{
    employer: text(of('employer')) ?? '', position: text(of('position')) ?? '',
    from: period.from, to: period.to,
    ...optional('grade', text(of('grade'))), ...optional('proof', proof && [proof]),
  }]
}

/** The applicable answers as the facts that requirements are judged by; what no longer applies does not count. */
export function factsOf(answers: Answers, around: Around): Facts {
  const told: Told = new Map()
  for (const step of stepsFor(answers, around)) {
    const value = answers[step.key]?.v
    if (value !== undefined && !isSkipped(value)) told.set(step.key, value)
  }
  const asked = [...told].filter(([key]) => key.startsWith('ask.')).map(([key, value]) => [key.slice(4), String(value)])
  return {
    education: numbers(told, 'edu').flatMap((index) => education(told, index)),
    jobs: numbers(told, 'job').flatMap((index) => job(told, index)),
    applies: Object.fromEntries(asked) as Record<string, string>,
    noIin: told.get('iin') === 'no',
    forOther: told.get('who') === 'other',
    ...optional('birth', text(told.get('birth'))),
    ...optional('citizenship', text(told.get('citizenship')) as Facts['citizenship']),
    ...optional('initiative', text(told.get('initiative')) as Facts['initiative']),
    ...optional('payer', text(told.get('payer')) as Facts['payer']),
    ...optional('earlier', told.has('earlier') ? told.get('earlier') === 'yes' : undefined),
  } as Facts
}
