import { type Lang, LANGS } from '../../domain/case/case.ts'
import { type Pressed, type Refusal } from '../../domain/review/permission.ts'
import type { App } from '../app.ts'
import type { LiveCatalogue } from '../updates/live-catalogue.ts'
import type { CatalogueVersions, JobQueue, Messenger } from '../ports.ts'

/** Codes and ids only: nothing about a person goes into a log. */
export type Log = {
  info(fields: Record<string, unknown>, text: string): void
  warn(fields: Record<string, unknown>, text: string): void
  error(fields: Record<string, unknown>, text: string): void
}

/** What the centre's staff work with. */
export type Desk = App & {
  messenger: Messenger
  queue: JobQueue
  log: Log
  /** Accounts that may see audits and exports, and change what all people see. */
  managers: readonly number[]
  /** Writes an XLSX file with one sheet; the first row is its head. */
  writeSheet(path: string, name: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void>
  /** The cells of an XLSX file's first sheet, as text; days as 'YYYY-MM-DD'. Throws on anything that is no such file. */
  readSheet(path: string): Promise<(string | null)[][]>
  versions: CatalogueVersions
  live: LiveCatalogue
  tempDir?: string
}

/** A member of the staff, as Telegram tells it; the name goes into the sealed part of a case only. */
export type Actor = { id: number; name: string }

/** A press: which case, at which revision, by whom; `update` is marked as done with the change. */
export type Request = { id: string; revision: number; update: number | null; actor: Actor }

export type Done = { ok: true } | Refusal

export const GONE: Refusal = { ok: false, reason: 'gone', by: null }

export const pressedBy = (request: Request): Pressed => ({ revision: request.revision, reviewer: request.actor.id })

const FACT = 'staff.lang'

/** The group's language: Russian until somebody says otherwise. */
export async function staffLang(app: Pick<App, 'store'>): Promise<Lang> {
  const kept = await app.store.fact(FACT)
  return LANGS.find((each) => each === kept) ?? 'ru'
}

/** A manager is answered in their own language in private, in the group's otherwise. */
export const managerLang = async (app: Pick<App, 'store'>, account: number): Promise<Lang> => (await app.store.account(account))?.lang ?? (await staffLang(app))

export const setStaffLang = (app: Pick<App, 'store'>, lang: Lang): Promise<void> => app.store.saveFact(FACT, lang)
