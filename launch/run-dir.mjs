// A private directory for unix sockets, the same at every start.
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from './say.mjs'

// sun_path holds 108 bytes with its end; the longest name we put there is "launcher.sock".
const longest = 107 - '/launcher.sock'.length

/** @param {string} wanted @returns {string} the same, or a short path under the temporary directory */
export const shortEnough = (wanted, tmp = tmpdir()) => {
  if (Buffer.byteLength(wanted) <= longest) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  return join(tmp, `qujat-${process.getuid?.() ?? 0}-${name}`)
}

/** Made with 0700; one that another user put there in advance is refused. @param {string} wanted */
export const ensureRunDir = (wanted) => {
  const dir = shortEnough(wanted)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const stat = lstatSync(dir)
  if (!stat.isDirectory() || (process.getuid && stat.uid !== process.getuid())) {
    throw new Refusal(`${dir} belongs to somebody else; remove it and try again.`)
  }
  chmodSync(dir, 0o700)
  return dir
}
