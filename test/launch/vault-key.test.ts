import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ensureVaultKey } from '../../launch/vault-key.mjs'
import { parseConfig } from '../../src/config.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qujat-key-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

it('makes a key once, for its owner alone, and never again', () => {
  const file = join(dir, 'data', 'vault.key')
  expect(ensureVaultKey(file)).toBe(file)
  const first = readFileSync(file, 'utf8')
  ensureVaultKey(file)
  expect(readFileSync(file, 'utf8')).toBe(first)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(dir, 'data'))).toEqual(['vault.key'])
})

it('makes a key that the configuration takes', () => {
  const result = parseConfig({
    BOT_TOKEN: '1:a', STAFF_CHAT_ID: '-1', REDIS_URL: '/redis.sock', VAULT_KEY_FILE: ensureVaultKey(join(dir, 'key')),
  })
  expect(result.ok && result.config.vaultKey.length).toBe(32)
})
