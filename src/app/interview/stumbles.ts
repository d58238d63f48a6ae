import type { Case } from '../../domain/case/case.ts'
import type { App } from '../app.ts'

const REMEMBERED_S = 3600

/** How often in a row the open question could not be answered, this time included: 1, 2, 3 … */
export async function stumbles(app: App, found: Case, key: string): Promise<number> {
  const name = `stumble.${found.id}.${key}`
  const count = Number((await app.store.note(name)) ?? 0) + 1
  await app.store.saveNote(name, String(count), REMEMBERED_S)
  return count
}
