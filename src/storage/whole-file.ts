import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const HALF = '.half-'

/** A name for a file that is not finished; such names are never listed. */
export const halfName = (path: string): string => join(dirname(path), `${HALF}${randomBytes(6).toString('hex')}`)

/** Makes what was done to a folder's names outlive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Makes the folder, and its name lasting in its parent. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first !== undefined) await syncFolder(dirname(first))
}

/** A new file nobody else may read; its folder is made if need be, which is asked only when it is missing. */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch (error) {
    if (!isMissing(error)) throw error
    await makeFolder(dirname(path))
    return open(path, 'wx', 0o600)
  }
}

/** The file is there whole or not at all: half name, fsync, rename, fsync of the folder. The folder is made if need be. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = halfName(path)
  try {
    const file = await openNew(half)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Null when there is no such file. */
export async function readWhole(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Finished names in a folder, sorted; none when there is no folder. */
export async function listWhole(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).filter(name => !name.startsWith('.')).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
