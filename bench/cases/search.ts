import path from 'node:path'
import { makeSearch } from '../../src/domain/requirements/search.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { distractors, entriesUpTo, queries, together } from '../../test/search/catalogue-of-many.ts'
import { median, report } from '../report.ts'

const ENTRIES = 2000
const ROUNDS = 9

/** Search as people type, over two thousand trades; a whole letter pasted into the field is the worst of it. */
export async function benchSearch(): Promise<void> {
  const loaded = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  if (!loaded.ok) throw new Error(`the catalogue has ${loaded.mistakes.length} mistakes`)
  const entries = entriesUpTo(ENTRIES, [...loaded.catalogue.entries.values(), ...distractors()])
  const from = performance.now()
  const search = makeSearch(together(entries))
  const built = performance.now() - from
  const typed = queries().map(({ query }) => query)
  const timed = (query: string): number => {
    const begun = performance.now()
    search(query, 8)
    return performance.now() - begun
  }
  typed.forEach(timed)
  // Each query's own median: a neighbour's process must not be taken for a slow query.
  const rounds = Array.from({ length: ROUNDS }, () => typed.map(timed))
  const times = typed.map((_, at) => median(rounds.map((round) => round[at] ?? Number.NaN))).sort((a, b) => a - b)
  const letter = typed.join(' ')
  report({ what: `a query over ${entries.length} entries, median of ${times.length} queries`, measured: median(times), target: 2, unit: ' ms' })
  report({ what: 'the slowest one of a hundred', measured: times[Math.floor(times.length * 0.99)] ?? Number.NaN, target: 2, unit: ' ms' })
  report({ what: 'the slowest query', measured: times.at(-1) ?? Number.NaN, target: 2, unit: ' ms' })
  report({ what: 'a whole letter pasted', measured: median(Array.from({ length: ROUNDS }, () => timed(letter))), target: 2, unit: ' ms' })
  report({ what: 'building the index, once at the start', measured: built, target: null, unit: ' ms' })
}
