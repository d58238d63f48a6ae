import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../src/domain/requirements/entry.ts'
import { sampleEntry } from '../../src/domain/requirements/entry-samples.ts'

const linesOf = (name: string): string[] => readFileSync(join(import.meta.dirname, name), 'utf8').trim().split('\n')

/** Trades that only stand in the way of a search: written for this test, no part of any catalogue. */
export const distractors = (): Entry[] => linesOf('distractors.csv').map((line, at) => {
  const [ru = '', kk = '', en = ''] = line.split('|')
  return sampleEntry({}, { id: `invented-${at + 1}`, names: { kk, ru, en } })
})

/** What people type, and the entry that must come among the first three. */
export const queries = (): { query: string; entry: string }[] => linesOf('queries.csv').slice(1).map((line) => {
  const [query = '', entry = ''] = line.split(';')
  return { query, entry }
})

export const together = (...lists: Iterable<Entry>[]): { entries: ReadonlyMap<string, Entry> } =>
  ({ entries: new Map(lists.flatMap((list) => [...list]).map((entry) => [entry.id, entry])) })

/** As many entries as asked for: the same trades again and again, each time at another invented works. */
export function entriesUpTo(count: number, from: Entry[]): Entry[] {
  const works = ['шахты', 'карьера', 'порта', 'фабрики', 'депо', 'комбината', 'станции', 'рудника', 'полигона', 'участка', 'склада', 'цеха']
  return Array.from({ length: count }, (_, at): Entry => {
    const entry = from[at % from.length] as Entry
    const round = Math.floor(at / from.length)
    if (round === 0) return entry
    const where = `${works[round % works.length]} ${String.fromCharCode(1072 + (at % 32))}${String.fromCharCode(1072 + ((at * 7) % 32))}${entry.id.slice(-4)}`
    return { ...entry, id: `${entry.id.slice(0, 22)}-${at}`, names: { kk: `${entry.names.kk} ${where}`, ru: `${entry.names.ru} ${where}`, en: `${entry.names.en} ${where}` } }
  })
}
