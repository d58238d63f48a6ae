import { likeness } from './likeness.ts'

/** A word of the index that is like what was typed; `likeness` from 0 to 1. */
export type Alike = { word: number; likeness: number }
export type WordIndex = { words: readonly string[]; alike(typed: string): Alike[] }

const pairsOf = (word: string): string[] => [...new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)))]

/** How many pairs of letters survive every slip that `likeness` forgives; a short word must be a beginning. */
function fewest(typed: string, pairs: number): number {
  if (typed.length < 4) return pairs
  return Math.max(1, pairs - 2 * Math.floor((typed.length + 2) / 4))
}

/** Folded words found again by their pairs of letters: a query compares itself with dozens of words, not with thousands. */
export function makeWordIndex(words: readonly string[]): WordIndex {
  const holders = new Map<string, number[]>()
  words.forEach((word, at) => {
    for (const pair of pairsOf(word)) {
      const list = holders.get(pair)
      if (list) list.push(at)
      else holders.set(pair, [at])
    }
  })
  const shared = new Uint8Array(words.length)
  return { words, alike: (typed) => compare(typed, words, likely(typed, holders, shared)) }
}

/** Words that share enough pairs; `shared` is lent, and given back as it was. */
function likely(typed: string, holders: ReadonlyMap<string, number[]>, shared: Uint8Array): number[] {
  const pairs = pairsOf(typed)
  const touched: number[] = []
  for (const pair of pairs) for (const at of holders.get(pair) ?? []) {
    if (shared[at] === 0) touched.push(at)
    shared[at] = (shared[at] ?? 0) + 1
  }
  const enough = fewest(typed, pairs.length)
  const found = touched.filter((at) => (shared[at] ?? 0) >= enough)
  for (const at of touched) shared[at] = 0
  return found
}

function compare(typed: string, words: readonly string[], candidates: number[]): Alike[] {
  return candidates.flatMap((word): Alike[] => {
    const alike = likeness(typed, words[word] ?? '')
    return alike > 0 ? [{ word, likeness: alike }] : []
  })
}
