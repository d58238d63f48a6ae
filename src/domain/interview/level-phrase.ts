import type { Level } from '../requirements/entry.ts'
import type { Phrase } from './question.ts'

/** A level in words: "6th grade", "level 4.1, category II". */
export function levelPhrase(level: Level): Phrase {
  const { label } = level
  if (label.kind === 'none') return { key: 'requirements.level.none' }
  if (label.kind === 'framework' && label.category) {
    return { key: 'requirements.level.frameworkCategory', values: { value: label.value, category: label.category } }
  }
  return { key: `requirements.level.${label.kind}`, values: { value: label.value } }
}
