import type { Entry } from './entry.ts'
import type { Alike, WordIndex } from './word-index.ts'

/** A name as places of its words in the index; a by-name weighs a little less. */
export type Name = { entry: Entry; words: number[]; weight: number }
export type Scored = { name: number; score: number }

/** Scores every name that holds something like the words typed. Its arrays are lent from query to query. */
export function makeScores(names: readonly Name[], index: WordIndex): (typed: string[]) => Scored[] {
  const holders = holdersOf(names, index.words.length)
  const entries = new Set(names.map((name) => name.entry.id)).size
  const rarity = holders.map((list) => rarityOf(new Set(list.map((at) => names[at]?.entry.id)).size, entries))
  const best = new Float64Array(names.length)
  const sum = new Float64Array(names.length)
  const likeIt = remembered((word) => index.alike(word))
  return (typed) => {
    const touched = new Set<number>()
    let total = 0
    for (const word of typed) {
      const held: number[] = []
      let weight = 0
      let closest = 0
      for (const alike of likeIt(word)) {
        if (alike.likeness > closest) [closest, weight] = [alike.likeness, rarity[alike.word] ?? 1]
        for (const at of holders[alike.word] ?? []) {
          if (best[at] === 0) held.push(at)
          best[at] = Math.max(best[at] ?? 0, alike.likeness)
        }
      }
      weight = (weight || UNKNOWN) * Math.sqrt(word.length)
      total += weight
      for (const at of held) {
        sum[at] = (sum[at] ?? 0) + weight * (best[at] ?? 0)
        best[at] = 0
        touched.add(at)
      }
    }
    return [...touched].map((name) => {
      const score = (sum[name] ?? 0) / total
      sum[name] = 0
      return { name, score: score * shortened(names[name], typed.length) }
    })
  }
}

/** Names with much more in them than was typed come a little later. */
const shortened = (name: Name | undefined, typed: number): number =>
  (name?.weight ?? 0) * (1 - 0.02 * Math.min(Math.max(0, (name?.words.length ?? 0) - typed), 5))

/** "машинист" stands in a fourth of the trades and says little; "автокран" says all. From 0 to 1. */
const rarityOf = (entries: number, all: number): number => Math.log(1 + all / entries) / Math.log(1 + all)
/** A word the catalogue does not know at all. */
const UNKNOWN = 0.8

function holdersOf(names: readonly Name[], words: number): number[][] {
  const holders: number[][] = Array.from({ length: words }, () => [])
  names.forEach((name, at) => { for (const word of new Set(name.words)) holders[word]?.push(at) })
  return holders
}

/** A query is tried in several splittings of the same words: each word is looked up once. */
function remembered(look: (word: string) => Alike[]): (word: string) => Alike[] {
  const known = new Map<string, Alike[]>()
  return (word) => {
    const found = known.get(word) ?? look(word)
    if (known.size >= 64) known.clear()
    known.set(word, found)
    return found
  }
}
