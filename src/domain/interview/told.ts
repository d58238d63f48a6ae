import type { AnswerValue } from '../case/case.ts'
import { type EducationFact, type JobFact, type ProofKind, proofKinds } from '../requirements/facts.ts'
import { MOST_REPEATS } from './question.ts'
import { dayKey } from './questions/job-day.ts'

/** An answer by its full key; undefined for none and for a skipped one. */
export type Told = (key: string) => AnswerValue | undefined

export const textOf = (value: AnswerValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

export const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>

/** The numbers of a group that were told of: the next one only after "there is more". */
function numbers(told: Told, group: string): number[] {
  const found: number[] = []
  for (let index = 0; index < MOST_REPEATS; index++) {
    found.push(index)
    if (told(`${group}.${index}.more`) !== 'yes') break
  }
  return found
}

function education(told: Told, index: number): EducationFact[] {
  const of = (name: string): AnswerValue | undefined => told(`edu.${index}.${name}`)
  const level = textOf(of('level'))
  if (!level) return []
  const year = of('year')
  return [{
    level: level as EducationFact['level'],
    // Only "yes" is finished; learning by oneself has no end to prove.
    finished: of('finished') === 'yes' || level === 'informal',
    country: of('country') === 'other' ? 'other' : 'kz',
    ...optional('specialty', textOf(of('specialty'))),
    ...optional('institution', textOf(of('institution'))),
    ...optional('year', typeof year === 'number' ? year : undefined),
  }]
}

/** Papers at hand; one alone in the answers of older days. */
function proofs(value: AnswerValue | undefined): ProofKind[] | undefined {
  const picked = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const known = picked.filter((each): each is ProofKind => proofKinds.some((kind) => kind === each))
  return known.length > 0 ? known : undefined
}

/** The month as it was told, or the day where it was asked because it decides. */
const placed = (told: Told, index: number, end: 'from' | 'to', month: string): string => textOf(told(dayKey({ job: index, end }))) ?? month

function job(told: Told, index: number): JobFact[] {
  const of = (name: string): AnswerValue | undefined => told(`job.${index}.${name}`)
  const period = of('period')
  if (typeof period !== 'object' || !('from' in period)) return []
  return [{
    employer: textOf(of('employer')) ?? '', position: textOf(of('position')) ?? '',
    from: placed(told, index, 'from', period.from), to: period.to === null ? null : placed(told, index, 'to', period.to),
    ...optional('grade', textOf(of('grade'))), ...optional('proof', proofs(of('proof'))),
  }]
}

export const educationTold = (told: Told): EducationFact[] => numbers(told, 'edu').flatMap((index) => education(told, index))

/** Jobs with their number; one whose time was not told cannot be counted. */
export const jobsTold = (told: Told): { index: number; job: JobFact }[] =>
  told('jobs') === 'yes' ? numbers(told, 'job').flatMap((index) => job(told, index).map((each) => ({ index, job: each }))) : []

/** Whether work was kept back: then too little experience is not for a machine to say. */
export const isWorkUntold = (told: Told): boolean =>
  told('jobs') === undefined || (told('jobs') === 'yes' && numbers(told, 'job').some((index) => told(`job.${index}.period`) === undefined))
