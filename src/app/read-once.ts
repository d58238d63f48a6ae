import type { Case } from '../domain/case/case.ts'
import type { CaseStore } from './ports.ts'

/**
 * The store for the span of one update: a case is read once, until it is changed. Opening a record is the dearest
 * step of an update, and an old reading can do no harm: saving compares revisions.
 */
export function readOnce(store: CaseStore): CaseStore {
  const read = new Map<string, Promise<Case | null>>()
  const fresh = (id: string): Promise<Case | null> => {
    const found = store.load(id)
    read.set(id, found)
    return found
  }
  return {
    ...store,
    load: (id) => read.get(id) ?? fresh(id),
    save(request) {
      read.delete(request.case.id)
      return store.save(request)
    },
    erase(id) {
      read.delete(id)
      return store.erase(id)
    },
  }
}
