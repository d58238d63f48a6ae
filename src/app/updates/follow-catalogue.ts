import type { CatalogueFiles, CatalogueVersions, VersionRecord } from '../ports.ts'
import type { LiveCatalogue } from './live-catalogue.ts'
import type { Catalogue } from '../../domain/requirements/catalogue.ts'
import type { CaseStore } from '../ports.ts'

export type Following = {
  versions: CatalogueVersions
  live: LiveCatalogue
  store: Pick<CaseStore, 'fact' | 'saveFact'>
  clock: { now(): number }
  log: { info(fields: Record<string, unknown>, text: string): void; warn(fields: Record<string, unknown>, text: string): void }
}

/** Hash of the folder's files when they were last taken over. */
const FOLDER = 'catalogue.folder'

/** Takes over what another process, or a manager, has published. */
export async function followCatalogue({ versions, live, log }: Following): Promise<VersionRecord | null> {
  const current = await versions.current()
  if (!current || current.n === live.version()) return current
  const next = live.of(current.hash) ?? (await versions.catalogue(current.hash))
  if (next) live.swap(next, current.n)
  else log.warn({ version: current.n }, 'the published catalogue cannot be read: the one before stays in force')
  return current
}

/** Files changed in the folder since they were last taken over, laid over what is in force; what managers changed since then stays theirs. */
function merged(folder: CatalogueFiles, before: CatalogueFiles, inForce: CatalogueFiles): { files: CatalogueFiles; kept: string[] } {
  const files = new Map(inForce)
  const kept: string[] = []
  for (const name of new Set([...folder.keys(), ...before.keys()])) {
    const [now, old] = [folder.get(name), before.get(name)]
    if (now === old) continue
    if (inForce.get(name) !== old && inForce.get(name) !== now) kept.push(name)
    else if (now === undefined) files.delete(name)
    else files.set(name, now)
  }
  return { files, kept }
}

/**
 * At the start: the first version comes from the folder; a folder that an editor or a deploy has changed since becomes
 * the next version, file by file, without undoing what managers have published.
 */
export async function seedCatalogue(following: Following, folder: CatalogueFiles): Promise<void> {
  const { versions, store, clock, log } = following
  const hash = await versions.keep(folder)
  const current = await versions.current()
  const known = await store.fact(FOLDER)
  const record = (what: VersionRecord['what'], of: string): VersionRecord => ({ n: (current?.n ?? 0) + 1, hash: of, at: clock.now(), by: null, what, of: null })
  if (!current) await versions.publish(record('seed', hash), null)
  else if (known !== null && known !== hash && current.hash !== hash) {
    const [before, inForce] = await Promise.all([versions.files(known), versions.files(current.hash)])
    const { files, kept } = merged(folder, before ?? new Map(), inForce ?? new Map())
    if (kept.length > 0) log.warn({ files: kept }, 'changed in the folder and by managers: the managers\' stay')
    const parsed = versions.parse(files)
    if (!parsed.ok) log.warn({ mistakes: parsed.mistakes.length }, 'the changed folder does not fit what is in force, and was not taken over')
    else if (parsed.catalogue.version !== current.hash) await versions.publish(record('files', await versions.keep(files)), current.n)
  }
  await store.saveFact(FOLDER, hash)
  await followCatalogue(following)
  await rememberVersions(following)
}

/** Decided cases stay judged by the version of their decision: the last ones are kept at hand. */
const AT_HAND = 8

async function rememberVersions({ versions, live }: Following): Promise<void> {
  for (const { hash } of (await versions.list()).slice(0, AT_HAND)) {
    const before = live.of(hash) ? null : await versions.catalogue(hash)
    if (before) live.remember(before)
  }
}
