import { describe, expect, it } from 'vitest'
import { type Env, parseConfig } from './config.ts'

const hexKey = '0f'.repeat(32)
const least: Env = {
  BOT_TOKEN: '123456:abc-DEF_ghi',
  STAFF_CHAT_ID: '-1001234567890',
  REDIS_URL: 'redis://127.0.0.1:6379',
  VAULT_KEY: hexKey,
}

const configOf = (more: Env, readFile?: (path: string) => string) => {
  const result = parseConfig({ ...least, ...more }, readFile)
  if (!result.ok) throw new Error(result.mistakes.join('\n'))
  return result.config
}
const mistakesOf = (more: Env, readFile?: (path: string) => string) => {
  const result = parseConfig({ ...least, ...more }, readFile)
  return result.ok ? [] : result.mistakes
}

describe('the configuration', () => {
  it('needs only four values; all else has a default', () => {
    expect(configOf({})).toEqual({
      botToken: '123456:abc-DEF_ghi',
      botApiRoot: 'https://api.telegram.org',
      staffChatId: -1001234567890,
      managerIds: [],
      noticesPerSecond: 25,
      redisUrl: 'redis://127.0.0.1:6379',
      vaultDir: 'data/vault',
      vaultKey: new Uint8Array(32).fill(15),
      port: 8080,
      centreFile: 'catalogue/centre.yaml',
      catalogueDir: 'catalogue',
      timeZone: 'Asia/Almaty',
      logLevel: 'info',
      live: true,
    })
  })

  it('names every missing value at once to someone who starts with an empty environment', () => {
    const result = parseConfig({})
    expect(result.ok ? [] : result.mistakes.map((line) => line.split(' ')[0])).toEqual([
      'BOT_TOKEN', 'STAFF_CHAT_ID', 'REDIS_URL', 'VAULT_KEY',
    ])
  })

  it.each([
    ['BOT_TOKEN', 'bot 123'], ['BOT_API_ROOT', 'ftp://x'], ['STAFF_CHAT_ID', '1001'], ['STAFF_CHAT_ID', 'staff'],
    ['MANAGER_IDS', '12,Aigul'], ['REDIS_URL', 'localhost:6379'], ['REDIS_URL', 'unix://redis.sock'],
    ['VAULT_KEY', 'secret'], ['VAULT_KEY', hexKey.slice(2)], ['VAULT_KEY_OLD', 'secret'], ['PORT', '70000'], ['PORT', '80a'],
    ['TZ', 'Asia/Aksu'], ['LOG_LEVEL', 'loud'], ['HTTPS_PROXY', 'proxy:3128'], ['QUJAT_SIMULATOR', 'yes'],
    ['PUBLIC_URL', 'http://centre.kz'],
  ])('says in one line what is wrong with %s = %s', (name, value) => {
    const mistakes = mistakesOf({ [name]: value })
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatch(new RegExp(`^${name} `))
  })

  it('collects mistakes of different kinds', () => {
    expect(mistakesOf({ PORT: 'x', TZ: 'x', WEBHOOK_URL: 'https://centre.kz/hook' })).toHaveLength(3)
  })

  it('never repeats a secret in a mistake', () => {
    const wrong = { BOT_TOKEN: 'very secret', VAULT_KEY: 'very secret', WEBHOOK_SECRET: 'very secret', REDIS_URL: 'very secret' }
    expect(mistakesOf(wrong).join()).not.toContain('very secret')
  })

  it('counts an empty value as not given', () => {
    expect(configOf({ PORT: '', TZ: ' ', HTTPS_PROXY: '', WEBHOOK_URL: '' })).toEqual(configOf({}))
  })

  it('takes any Bot API server and forgives a trailing slash', () => {
    expect(configOf({ BOT_API_ROOT: 'http://127.0.0.1:8081/' }).botApiRoot).toBe('http://127.0.0.1:8081')
  })

  it('reads a list of managers', () => {
    expect(configOf({ MANAGER_IDS: '11, 22,' }).managerIds).toEqual([11, 22])
  })

  it.each([
    ['unix:///run/redis.sock', '/run/redis.sock'],
    ['/run/redis.sock', '/run/redis.sock'],
    ['rediss://user:pass@redis.kz:6380/2', 'rediss://user:pass@redis.kz:6380/2'],
  ])('hands ioredis %s as %s', (written, handed) => {
    expect(configOf({ REDIS_URL: written }).redisUrl).toBe(handed)
  })

  it('takes the key as base64 too', () => {
    const base64 = Buffer.from(hexKey, 'hex').toString('base64')
    expect(configOf({ VAULT_KEY: base64 }).vaultKey).toEqual(configOf({}).vaultKey)
  })

  it('keeps the old key, which must be another one', () => {
    expect(configOf({ VAULT_KEY_OLD: 'aa'.repeat(32) }).vaultKeyOld).toEqual(new Uint8Array(32).fill(0xaa))
    expect(mistakesOf({ VAULT_KEY_OLD: hexKey })).toEqual(['VAULT_KEY_OLD is the same as VAULT_KEY.'])
  })

  it('is in demo mode only when the launcher says so', () => {
    expect(configOf({ QUJAT_SIMULATOR: '1', PORT: '0' })).toMatchObject({ live: false, port: 0 })
  })
})

describe('a webhook', () => {
  it('is an address and a secret', () => {
    const webhook = { WEBHOOK_URL: 'https://centre.kz/hook', WEBHOOK_SECRET: 'a_b-C' }
    expect(configOf(webhook).webhook).toEqual({ url: 'https://centre.kz/hook', secret: 'a_b-C' })
  })

  it.each([
    [{ WEBHOOK_URL: 'http://centre.kz/hook', WEBHOOK_SECRET: 'a' }, 'WEBHOOK_URL must'],
    [{ WEBHOOK_URL: 'https://centre.kz/hook', WEBHOOK_SECRET: 'ы' }, 'WEBHOOK_SECRET must'],
    [{ WEBHOOK_URL: 'https://centre.kz/hook' }, 'WEBHOOK_URL needs'],
    [{ WEBHOOK_SECRET: 'a' }, 'WEBHOOK_SECRET is given without'],
  ])('%o is refused', (env, start) => {
    const mistakes = mistakesOf(env)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]?.startsWith(start)).toBe(true)
  })

  it('may be http on this machine', () => {
    expect(configOf({ WEBHOOK_URL: 'http://localhost:8081/hook', WEBHOOK_SECRET: 'a' }).webhook?.url).toContain('8081')
  })
})

describe('a secret in a file', () => {
  const files: Record<string, string> = { '/s/token': '99:from-file\n', '/s/key': `${hexKey}\n`, '/s/empty': '\n' }
  const readFile = (path: string) => {
    const text = files[path]
    if (text === undefined) throw new Error('ENOENT')
    return text
  }

  it('is read and trimmed', () => {
    const env = { BOT_TOKEN: '', BOT_TOKEN_FILE: '/s/token', VAULT_KEY: undefined, VAULT_KEY_FILE: '/s/key' }
    expect(configOf(env, readFile)).toMatchObject({ botToken: '99:from-file', vaultKey: new Uint8Array(32).fill(15) })
  })

  it('beside the same secret in the open is a mistake', () => {
    expect(mistakesOf({ BOT_TOKEN_FILE: '/s/token' }, readFile)).toEqual(['BOT_TOKEN and BOT_TOKEN_FILE are both given; keep one.'])
  })

  it('that cannot be read is one mistake, not two', () => {
    const env = { VAULT_KEY: '', VAULT_KEY_FILE: '/s/nowhere' }
    expect(mistakesOf(env, readFile)).toEqual(['VAULT_KEY_FILE cannot be read: /s/nowhere'])
  })

  it('that is empty counts as missing', () => {
    expect(mistakesOf({ VAULT_KEY: '', VAULT_KEY_FILE: '/s/empty' }, readFile)[0]).toContain('VAULT_KEY is missing')
  })
})
