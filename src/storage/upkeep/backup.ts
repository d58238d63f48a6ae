import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { erasedCase } from '../erase.ts'
import { SNAPSHOT } from '../snapshot-record.ts'
import { copyWhole, filesBelow } from './copy-tree.ts'
import type { Upkeep } from './upkeep.ts'

export type BackedUp = { copied: number; there: number; erased: number }

/** A case's snapshot first: what is copied after it is at least what it knows of. */
const snapshotsFirst = (paths: string[]): string[] => [...paths.filter((path) => path.endsWith(`/${SNAPSHOT}`)), ...paths.filter((path) => !path.endsWith(`/${SNAPSHOT}`))]

/**
 * Copies the vault, sealed as it is, into `<to>/vault` and the keys into `<to>/keys`, to be carried apart; only what is new
 * or changed, so it may be broken off and begun again, and the product may run meanwhile. Cases erased here are erased there.
 */
export async function backup({ dir, progress }: Pick<Upkeep, 'dir' | 'progress'>, to: string): Promise<BackedUp> {
  const list = async (part: string): Promise<string[]> => (await filesBelow(join(dir, part))).map((path) => `${part}/${path}`)
  const globals = await list('global')
  const erased = globals.flatMap((path) => erasedCase(path.slice('global/'.length)))
  for (const id of erased) {
    await rm(join(to, 'keys', id), { force: true })
    await rm(join(to, 'vault', 'cases', id), { recursive: true, force: true })
  }
  const keys = await list('keys')
  const all = [...globals, ...keys, ...snapshotsFirst(await list('cases'))]
  let copied = 0
  for (const [at, path] of all.entries()) {
    const target = path.startsWith('keys/') ? join(to, path) : join(to, 'vault', path)
    if (await copyWhole(join(dir, path), target)) copied++
    progress(at + 1, all.length)
  }
  return { copied, there: all.length - copied, erased: erased.length }
}

/** Puts a backup back into the vault's folder; what is there already stays. Cases that were erased since do not come back. */
export async function putBack({ dir, progress }: Pick<Upkeep, 'dir' | 'progress'>, from: string): Promise<{ copied: number; there: number }> {
  const erased = new Set((await filesBelow(join(dir, 'global'))).flatMap(erasedCase))
  const isErased = (path: string): boolean => /^(?:cases|keys)\//.test(path) && erased.has(path.split('/')[1] ?? '')
  const vault = (await filesBelow(join(from, 'vault'))).map((path) => ({ path, source: join(from, 'vault', path) }))
  const keys = (await filesBelow(join(from, 'keys'))).map((path) => ({ path: `keys/${path}`, source: join(from, 'keys', path) }))
  const all = [...keys, ...vault].filter(({ path }) => !isErased(path))
  let copied = 0
  for (const [at, { path, source }] of all.entries()) {
    if (await copyWhole(source, join(dir, path), { keep: true })) copied++
    progress(at + 1, all.length)
  }
  return { copied, there: all.length - copied }
}
