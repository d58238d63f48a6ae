import { once } from 'node:events'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ping, redisConf, spawnRedis, stopOrphan } from '../../launch/redis-process.mjs'
import { startRedis, type TestRedis } from '../support/redis.ts'

describe('the Redis of tests', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())

  const ask = async <T>(question: (client: Redis) => Promise<T>) => {
    const client = new Redis(redis.url)
    try {
      return await question(client)
    } finally {
      client.disconnect()
    }
  }

  it('has what it acknowledged after a power cut', async () => {
    await ask((client) => client.set('case:1', 'sent'))
    await redis.kill9()
    await redis.restart()
    expect(await ask((client) => client.get('case:1'))).toBe('sent')
  })

  it('is as strict as production', async () => {
    const settings = await ask((client) => client.config('GET', 'appendfsync', 'maxmemory-policy', 'appendonly'))
    expect(settings).toEqual(expect.arrayContaining(['always', 'noeviction', 'yes']))
  })

  it('is told to go when the next launcher finds it orphaned', async () => {
    await stopOrphan(redis.path)
    expect(await ping(redis.path)).toBe(false)
    await redis.restart()
    expect(await ask((client) => client.get('case:1'))).toBe('sent')
  })
})

describe('the watchdog', () => {
  it('ends with what it watches, with the same code', async () => {
    const [code] = await once(spawnRedis('/bin/sh', ['-c', 'exit 7']), 'exit')
    expect(code).toBe(7)
  })

  it('stops what it watches when its launcher is gone', async () => {
    const child = spawnRedis('/bin/sleep', ['60'])
    child.stdin?.destroy()
    const [code] = await once(child, 'exit')
    expect(code).toBe(128 + 15)
  })
})

it('writes a configuration that survives blanks in a path', () => {
  expect(redisConf({ dir: '/my data', socket: '/my data/s' })).toContain('unixsocket "/my data/s"\n')
})
