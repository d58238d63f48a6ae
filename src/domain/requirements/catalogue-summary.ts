import type { Catalogue, Industry } from './catalogue.ts'
import type { Confidence, Entry, Level } from './entry.ts'
import { confidences } from './entry.ts'
import { onStandard } from './precedence.ts'

export type Basis = 'standard' | 'requirements' | 'none'
export type Unconfirmed = { industry: Industry; levels: number; all: number }
export type Summary = {
  professions: number
  levels: number
  confidence: Record<Confidence, number>
  basis: Record<Basis, number>
  contradictory: number
  /** Levels that no date of the centre stands behind, by industry. */
  unconfirmed: Unconfirmed[]
}

/** A catalogue in a dozen numbers: how much was read, on what it stands, what the centre has not confirmed. */
export function summaryOf(catalogue: Catalogue): Summary {
  const entries = [...catalogue.entries.values()]
  const levels = entries.flatMap((entry) => entry.levels)
  const basis = (level: Level): Basis => (level.sources.length === 0 ? 'none' : onStandard(level, catalogue.acts) ? 'standard' : 'requirements')
  const count = (which: Basis) => levels.filter((level) => basis(level) === which).length
  return {
    professions: entries.length,
    levels: levels.length,
    confidence: Object.fromEntries(confidences.map((name) => [name, levels.filter((level) => level.confidence === name).length])) as Record<Confidence, number>,
    basis: { standard: count('standard'), requirements: count('requirements'), none: count('none') },
    contradictory: levels.filter((level) => level.education.state === 'contradictory').length,
    unconfirmed: [...catalogue.industries.values()].map((industry) => unconfirmedIn(industry, entries)).filter(({ all }) => all > 0),
  }
}

/** Levels of an entry that the centre has not confirmed. */
export const unconfirmedOf = (entry: Entry): Level[] => entry.levels.filter((level) => level.confirmedByCentreOn === null)

function unconfirmedIn(industry: Industry, entries: Entry[]): Unconfirmed {
  const own = entries.filter((entry) => entry.industry === industry.id)
  return { industry, levels: own.flatMap(unconfirmedOf).length, all: own.flatMap((entry) => entry.levels).length }
}
