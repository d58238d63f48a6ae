import { chmodSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findRedis, isRedis } from '../../launch/find-redis.mjs'

describe('looking for redis-server', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'qujat-find-'))
    vi.stubEnv('QUJAT_REDIS_SERVER', '')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(dir, { recursive: true })
  })

  const program = (name: string, says: string) => {
    const file = join(dir, name)
    writeFileSync(file, `#!/bin/sh\necho '${says}'\n`)
    chmodSync(file, 0o755)
    return file
  }
  const only = (name: string, file: string) => (wanted: string) => (wanted === name ? file : undefined)

  it('takes the one on PATH', () => {
    const server = program('redis-server', 'Redis server v=7.0.15 sha=0')
    expect(findRedis({ binDir: join(dir, 'bin'), find: only('redis-server', server) })).toBe(server)
  })

  it('calls redis-check-rdb by the server’s name where only that is installed', () => {
    const checker = program('redis-check-rdb', 'Redis server v=7.0.15 sha=0')
    const found = findRedis({ binDir: join(dir, 'bin'), find: only('redis-check-rdb', checker) })
    expect(found).toBe(join(dir, 'bin', 'redis-server'))
    expect(readlinkSync(found ?? '')).toBe(checker)
  })

  it('finds nothing on a machine without Redis', () => {
    expect(findRedis({ binDir: join(dir, 'bin'), find: () => undefined })).toBeUndefined()
  })

  it.each([
    ['Redis server v=6.2.0', true],
    ['Redis server v=5.0.14', false],
    ['redis-check-rdb 7.0.15', false],
  ])('judges %s: %s', (says, right) => {
    expect(isRedis(program('some', says))).toBe(right)
  })
})
