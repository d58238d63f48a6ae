import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What a process that was killed has left behind is older than any work still going on. */
const LEFT_BEHIND_MS = 10 * 60_000

/**
 * A place for files in work, open to this user alone, one for each vault. Plain pages lie there for seconds; what a
 * killed process left is removed here. Becomes the process's temporary directory.
 */
export function claimWorkDir(vaultDir: string, now: number): string {
  const name = createHash('sha256').update(path.resolve(vaultDir)).digest('hex').slice(0, 12)
  const dir = path.join(os.tmpdir(), `qujat-work-${name}`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  for (const each of readdirSync(dir)) {
    const left = path.join(dir, each)
    if (now - statSync(left).mtimeMs > LEFT_BEHIND_MS) rmSync(left, { recursive: true, force: true })
  }
  process.env['TMPDIR'] = dir
  return dir
}
