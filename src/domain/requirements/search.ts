import type { Catalogue } from './catalogue.ts'
import type { Entry } from './entry.ts'
import { makeScores, type Name } from './search-scores.ts'
import { toLatin } from '../reading/keyboard.ts'
import { fold, readings } from './spelling.ts'
import { makeWordIndex } from './word-index.ts'

export type Found = { entry: Entry; score: number }
export type Search = (query: string, limit: number) => Found[]

type Said = { entry: Entry; words: string[]; weight: number }

// Words that stand in half of the names, and grades: people type "сварщик 6 разряда".
const noise = new Set('по на и в для с жониндеги мен жане for the and of on at разряд разряда разр разряди разрядти уровень денгеи grade level профессия маман'.split(' '))
const longest = 120
const threshold = 0.6

/** A search over the catalogue's names in three languages, by-names and codes; built once, then parts of a millisecond a query. */
export function makeSearch(catalogue: Pick<Catalogue, 'entries'>): Search {
  const said = [...catalogue.entries.values()].flatMap(namesOf)
  const index = makeWordIndex([...new Set(said.flatMap((name) => name.words))])
  const place = new Map(index.words.map((word, at) => [word, at]))
  const names = said.map(({ words, weight, entry }): Name => ({ entry, weight, words: words.map((word) => place.get(word) ?? 0) }))
  const scores = makeScores(names, index)
  const find = (lists: string[][], limit: number): Found[] => best(names, lists.flatMap(scores), limit)
  return (query, limit) => {
    // A whole letter pasted instead of a trade must not keep everybody else waiting.
    const typed = query.slice(0, longest)
    const found = find(readings(typed).flatMap(waysToSplit), limit)
    // Only what means nothing in Russian or Kazakh may be English typed blindly.
    return found.length ? found : find(waysToSplit(fold(toLatin(typed))), limit)
  }
}

/** The best name of each entry, the surest entries first. */
function best(names: readonly Name[], scored: { name: number; score: number }[], limit: number): Found[] {
  const found = new Map<string, Found>()
  for (const { name, score } of scored) {
    const entry = names[name]?.entry
    if (entry && score >= threshold && score > (found.get(entry.id)?.score ?? 0)) found.set(entry.id, { entry, score })
  }
  return [...found.values()].sort(better).slice(0, limit)
}

const better = (a: Found, b: Found) => b.score - a.score || a.entry.names.ru.length - b.entry.names.ru.length || (a.entry.id < b.entry.id ? -1 : 1)

const allWords = (folded: string): string[] => [...new Set(folded.split(' '))].filter((word) => word && !noise.has(word) && !/^\d$/.test(word))
const words = (folded: string): string[] => allWords(folded).slice(0, 12)

/** As typed, and with two neighbours as one word: "газо сварщик", "авто кран". */
function waysToSplit(folded: string): string[][] {
  const list = words(folded)
  if (!list.length) return []
  const joined = list.slice(1, 5).map((word, i) => [...list.slice(0, i), `${list[i]}${word}`, ...list.slice(i + 2)])
  return [list, ...joined]
}

/** A name with a part in brackets is two names: "Машинист крана (крановщик)". */
function namesOf(entry: Entry): Said[] {
  const main = Object.values(entry.names).flatMap((name) => [name, name.replace(/\(.*?\)/g, ''), ...[...name.matchAll(/\((.*?)\)/g)].map((m) => m[1] ?? '')])
  const codes = [...new Set(entry.levels.flatMap((level) => level.code ?? []))]
  const by = entry.byNames.map((name) => name.text)
  // One name may hold the machine and another the slang: машинист автокрана.
  const mixed = [[...main, ...by].join(' ')]
  return [...named(entry, main, 1), ...named(entry, by, 0.99), ...named(entry, codes, 0.8), ...named(entry, mixed, 0.9)]
}

function named(entry: Entry, texts: string[], weight: number): Said[] {
  return [...new Set(texts.map(fold))].map((text) => ({ entry, words: allWords(text), weight })).filter((name) => name.words.length)
}
