import type { Clause } from './demand.ts'

export type Requirement = 'applies' | 'age' | 'education' | 'experience' | 'special'
export type Values = Record<string, string | number>

/** A hint, never a decision: a person of the centre accepts or refuses (personal data law, art. 19-1). */
export type Standing = {
  requirement: Requirement
  state: 'meets' | 'not' | 'human'
  /** Locale key of the file `requirements`; its sentence takes the values as they are (said-values.ts). */
  reason: string
  values: Values
  clause: Clause | null
  change?: { reason: string; values: Values }
}
