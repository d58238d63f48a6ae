import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ensureRunDir, shortEnough } from '../../launch/run-dir.mjs'

it('keeps sockets in the checkout when the path is short', () => {
  expect(shortEnough('/srv/qujat/data/redis')).toBe('/srv/qujat/data/redis')
})

it('moves them to the same short place at every start when a socket’s path would be too long', () => {
  const long = `/home/${'ә'.repeat(60)}/data/redis`
  expect(shortEnough(long, '/tmp')).toBe(shortEnough(long, '/tmp'))
  expect(Buffer.byteLength(join(shortEnough(long, '/tmp'), 'launcher.sock'))).toBeLessThanOrEqual(107)
})

it('is for its owner alone, and no link that somebody else may have laid', () => {
  const dir = mkdtempSync(join(tmpdir(), 'qujat-run-'))
  expect(statSync(ensureRunDir(join(dir, 'redis'))).mode & 0o777).toBe(0o700)
  symlinkSync('/', join(dir, 'link'))
  expect(() => ensureRunDir(join(dir, 'link'))).toThrow(/somebody else/)
  rmSync(dir, { recursive: true })
})
