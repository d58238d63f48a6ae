import type { Catalogue } from './catalogue.ts'
import type { Entry } from './entry.ts'
import { likeness } from './likeness.ts'
import { fold, readings } from './spelling.ts'

export type Found = { entry: Entry; score: number }
export type Search = (query: string, limit: number) => Found[]

type Name = { entry: Entry; words: string[]; weight: number }

// Words that stand in half of the names, and grades: people type "сварщик 6 разряда".
const noise = new Set('по на и в для жониндеги мен жане for and the of on at a разряд разряда разр разряди уровень денгеи grade level'.split(' '))
const threshold = 0.6

/** A search over the catalogue's names in three languages, by-names and codes; built once, then some milliseconds a query. */
export function makeSearch(catalogue: Pick<Catalogue, 'entries'>): Search {
  const names = [...catalogue.entries.values()].flatMap(namesOf)
  return (query, limit) => {
    // A whole letter pasted instead of a trade must not keep everybody else waiting.
    const typed = readings(query.slice(0, 120)).map(words).filter((list) => list.length)
    const best = new Map<string, Found>()
    for (const name of names) {
      const score = Math.max(0, ...typed.map((list) => match(list, name.words))) * name.weight
      if (score >= threshold && score > (best.get(name.entry.id)?.score ?? 0)) best.set(name.entry.id, { entry: name.entry, score })
    }
    return [...best.values()].sort(better).slice(0, limit)
  }
}

const better = (a: Found, b: Found) => b.score - a.score || a.entry.names.ru.length - b.entry.names.ru.length || (a.entry.id < b.entry.id ? -1 : 1)

function words(folded: string): string[] {
  return folded.split(' ').filter((word) => word && !noise.has(word) && !/^\d$/.test(word)).slice(0, 12)
}

/** A name with a part in brackets is two names: "Машинист крана (крановщик)". */
function namesOf(entry: Entry): Name[] {
  const main = Object.values(entry.names).flatMap((name) => [name, name.replace(/\(.*?\)/g, ''), ...[...name.matchAll(/\((.*?)\)/g)].map((m) => m[1] ?? '')])
  const codes = [...new Set(entry.levels.flatMap((level) => level.code ?? []))]
  const by = entry.byNames.map((name) => name.text)
  return [...named(entry, main, 1), ...named(entry, by, 0.99), ...named(entry, codes, 0.8)]
}

function named(entry: Entry, texts: string[], weight: number): Name[] {
  return [...new Set(texts.map(fold))].map((text) => ({ entry, words: words(text), weight })).filter((name) => name.words.length)
}

/** Mean likeness of what was typed, by length of word; names with much more in them than was typed come a little later. */
function match(typed: string[], name: string[]): number {
  const total = typed.reduce((sum, word) => sum + word.length, 0)
  let score = 0
  for (const word of typed) score += (word.length / total) * Math.max(...name.map((other) => likeness(word, other)))
  const extra = Math.max(0, name.length - typed.length)
  return score * (1 - 0.03 * Math.min(extra, 5))
}
