import type { Catalogue } from '../../domain/requirements/catalogue.ts'
import type { Entry } from '../../domain/requirements/entry.ts'
import { makeSearch, type Search } from '../../domain/requirements/search.ts'

/** The catalogue in force, as everybody holds it: one object that stays, and what is behind it changes with a publishing. */
export type LiveCatalogue = {
  catalogue: Catalogue
  search(query: string, limit: number): Entry[]
  /** Number of the version behind it; 0 before the first. */
  version(): number
  swap(next: Catalogue, version: number): void
  /** One that was in force before, by its hash; null when it is not known here. */
  of(hash: string): Catalogue | null
  remember(before: Catalogue): void
}

export function makeLiveCatalogue(first: Catalogue): LiveCatalogue {
  let behind = first
  let number = 0
  const known = new Map([[first.version, first]])
  let search: Search = makeSearch(first)
  return {
    catalogue: {
      get version() { return behind.version },
      get entries() { return behind.entries },
      get industries() { return behind.industries },
      get acts() { return behind.acts },
    },
    search: (query, limit) => search(query, limit).map((found) => found.entry),
    version: () => number,
    swap(next, version) {
      number = version
      known.set(next.version, next)
      if (next.version === behind.version) return
      behind = next
      search = makeSearch(next)
    },
    of: (hash) => known.get(hash) ?? null,
    remember: (before) => void known.set(before.version, before),
  }
}
