import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { CaseStore, Vault } from '../app/ports.ts'
import { believe } from './case-codec.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/** Other processes may have given some numbers between our reading the vault's copy and the loss of Redis. */
const SLACK = 10

/** KEYS counter; ARGV year, the highest number known outside Redis, slack. */
const NEXT_SCRIPT = `
local last = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
local floor = tonumber(ARGV[2])
if last < floor then last = floor + tonumber(ARGV[3]) end
redis.call('HSET', KEYS[1], ARGV[1], last + 1)
return last + 1
`

const Mirror = z.record(z.string(), z.number().int())

/**
 * Numbers of cases, one run a year. Each number is in the vault before anybody hears it; a Redis that lost its
 * data goes on above the vault's.
 */
export function makeNumbers({ redis, keys, vault }: { redis: Redis; keys: RedisKeys; vault: Vault }): Pick<CaseStore, 'nextNumber'> {
  const script = makeScript(redis, NEXT_SCRIPT)
  let mirror: Record<string, number> | null = null
  let turn: Promise<unknown> = Promise.resolve()

  const next = async (year: number): Promise<string> => {
    const short = String(year % 100).padStart(2, '0')
    mirror ??= await readMirror(vault)
    const number = z.number().int().parse(await script([keys.counter], [short, mirror[short] ?? 0, SLACK]))
    // Read again: another process writes here too.
    const theirs = await readMirror(vault)
    const merged = { ...theirs, [short]: Math.max(number, theirs[short] ?? 0) }
    await vault.putGlobal('counter', Buffer.from(JSON.stringify(merged)))
    mirror = merged
    return `${short}-${String(number).padStart(4, '0')}`
  }

  return {
    nextNumber(year) {
      const mine = turn.then(() => next(year))
      turn = mine.catch(() => {})
      return mine
    },
  }
}

async function readMirror(vault: Vault): Promise<Record<string, number>> {
  const bytes = await vault.getGlobal('counter')
  return bytes ? believe(Mirror, JSON.parse(Buffer.from(bytes).toString('utf8')), 'counter') : {}
}
