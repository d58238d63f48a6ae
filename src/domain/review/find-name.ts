import { apart, sounded } from '../reading/sounded.ts'

const soundsOf = (text: string): string[] => text.split(/[\s\-]+/).map(sounded).filter((word) => word !== '')

/** How far a word of the query is from a word of the name: 0 equal, 1 its beginning, more for letters apart; null when it is another word. */
function distance(asked: string, word: string): number | null {
  if (word === asked) return 0
  if (asked.length >= 2 && word.startsWith(asked)) return 1
  const allowed = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0
  if (allowed === 0 || Math.abs(asked.length - word.length) > allowed) return null
  const letters = apart(asked, word)
  return letters <= allowed ? 1 + letters : null
}

/** Case ids with their names and a query in; the nearest ids out, best first. */
export type NameFinder = (names: ReadonlyMap<string, string>, query: string, most: number) => string[]

/** Every asked word must be in the name; the sum of the distances, or null. */
function scoreOf(asked: string[], words: string[]): number | null {
  let score = 0
  for (const each of asked) {
    const far = words.flatMap((word) => distance(each, word) ?? [])
    if (far.length === 0) return null
    score += Math.min(...far)
  }
  return score
}

/**
 * Finds names in any spelling: Kazakh, Russian or Latin letters, beginnings of words, a letter wrong.
 * How a name sounds is worked out once and remembered while the name is there.
 */
export function makeNameFinder(): NameFinder {
  const sounds = new Map<string, { name: string; words: string[] }>()
  const wordsOf = (id: string, name: string): string[] => {
    const known = sounds.get(id)
    if (known?.name === name) return known.words
    const words = soundsOf(name)
    sounds.set(id, { name, words })
    return words
  }
  return (names, query, most) => {
    const asked = soundsOf(query)
    for (const id of sounds.keys()) if (!names.has(id)) sounds.delete(id)
    if (asked.length === 0) return []
    const found: { id: string; score: number }[] = []
    for (const [id, name] of names) {
      const score = scoreOf(asked, wordsOf(id, name))
      if (score !== null) found.push({ id, score })
    }
    return found.sort((a, b) => a.score - b.score).slice(0, most).map(({ id }) => id)
  }
}
