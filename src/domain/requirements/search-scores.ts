import type { Entry } from './entry.ts'
import type { Alike, WordIndex } from './word-index.ts'

/** A name as places of its words in the index; a by-name weighs a little less. */
export type Name = { entry: Entry; words: number[]; weight: number }
export type Scored = { name: number; score: number }

/** Scores every name that holds something like the words typed. Its arrays are lent from query to query. */
export function makeScores(names: readonly Name[], index: WordIndex): (typed: string[]) => Scored[] {
  const add = makeSums(names, index)
  return (typed) => {
    const sums = new Map<number, number>()
    const total = typed.reduce((sum, word) => sum + add(word, sums), 0)
    return [...sums].map(([name, sum]) => ({ name, score: (sum / total) * shortened(names[name], typed.length) }))
  }
}

/** Adds to each name how well its best word answers the one typed; gives back what the word weighs. */
function makeSums(names: readonly Name[], index: WordIndex): (word: string, sums: Map<number, number>) => number {
  const holders = holdersOf(names, index.words.length)
  const entries = new Set(names.map((name) => name.entry.id)).size
  const rarity = holders.map((list) => rarityOf(new Set(list.map((at) => names[at]?.entry.id)).size, entries))
  const best = new Float64Array(names.length)
  const likeIt = remembered((word) => index.alike(word).sort((a, b) => b.likeness - a.likeness))
  return (word, sums) => {
    const alike = likeIt(word)
    const weight = (alike[0] ? rarity[alike[0].word] ?? UNKNOWN : UNKNOWN) * Math.sqrt(word.length)
    const held: number[] = []
    // The likest words come first: a name already met has its best one.
    for (const each of alike) for (const at of holders[each.word] ?? []) {
      if (best[at] !== 0) continue
      best[at] = each.likeness
      held.push(at)
    }
    for (const at of held) {
      sums.set(at, (sums.get(at) ?? 0) + weight * (best[at] ?? 0))
      best[at] = 0
    }
    return weight
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
