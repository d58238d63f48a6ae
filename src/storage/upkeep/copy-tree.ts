import { copyFile, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { halfName, isMissing, makeFolder, syncFolder } from '../whole-file.ts'

/** Paths of all finished files below a folder, relative to it, sorted; none when there is no folder. */
export async function filesBelow(dir: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(dir, below), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const found: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...await filesBelow(dir, path))
    else if (entry.isFile()) found.push(path)
  }
  return found
}

/** Moments of change are set as fractions of a second: two of the same file may differ by this many milliseconds. */
const SAME_MOMENT_MS = 2

/** The same size and moment of change: every file of the vault is written anew as a whole. */
async function isCopied(from: string, to: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(from), stat(to).catch(() => null)])
  return other !== null && one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) < SAME_MOMENT_MS
}

/**
 * Copies one file whole or not at all, flushed, with its moment of change; an equal copy stays as it is. False when it was
 * there, or is gone from where it was meanwhile. `keep`: what is there already is never replaced.
 */
export async function copyWhole(from: string, to: string, { keep = false } = {}): Promise<boolean> {
  if (keep ? await stat(to).then(() => true, () => false) : await isCopied(from, to).catch(() => false)) return false
  await makeFolder(dirname(to))
  const half = halfName(to)
  try {
    const { atime, mtime } = await stat(from)
    await copyFile(from, half)
    await utimes(half, atime, mtime)
    const file = await open(half, 'r+')
    await file.sync().finally(() => file.close())
    await rename(half, to)
  } catch (error) {
    await rm(half, { force: true })
    if (isMissing(error)) return false
    throw error
  }
  await syncFolder(dirname(to))
  return true
}
