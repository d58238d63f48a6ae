import type { Redis } from 'ioredis'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/**
 * KEYS moments of the last minute, end of a pause, whether the limit was met; ARGV now, window, limit, name of this call,
 * '1' where the limit is kept before it was met. Times in milliseconds.
 * 0: the call may go and is counted; else how long to wait.
 */
const PACE_SCRIPT = `
local now = tonumber(ARGV[1])
local paused = tonumber(redis.call('GET', KEYS[2]) or '0')
if paused > now then return paused - now end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
local over = redis.call('ZCARD', KEYS[1]) - ARGV[3]
if over < 0 or (ARGV[5] == '0' and redis.call('EXISTS', KEYS[3]) == 0) then
  redis.call('ZADD', KEYS[1], now, ARGV[4])
  redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
  return 0
end
local first = redis.call('ZRANGE', KEYS[1], over, over, 'WITHSCORES')
return math.max(1, tonumber(first[2]) + ARGV[2] - now)
`

/** How long a limit that was met is kept by ourselves. */
const MET_MS = 600_000

export type Pace = {
  /** Takes a place among `limit` calls in `windowMs`, over all processes: 0, or milliseconds to wait. Unless `strict`, only within ten minutes after a pause. */
  take(what: { name: string; now: number; windowMs: number; limit: number; strict: boolean }): Promise<number>
  /** Nothing goes until then: the platform said so. */
  pause(what: { name: string; now: number; ms: number }): Promise<void>
}

/** Counts calls over all processes. */
export function makePace({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pace {
  const script = makeScript(redis, PACE_SCRIPT)
  const own = Math.random().toString(36).slice(2, 10)
  let count = 0
  return {
    take: async ({ name, now, windowMs, limit, strict }) =>
      Number(await script([keys.pace(name), keys.pace(`${name}.pause`), keys.pace(`${name}.met`)], [now, windowMs, limit, `${own}${count++}`, strict ? 1 : 0])),
    async pause({ name, now, ms }) {
      await redis.multi().set(keys.pace(`${name}.pause`), now + ms, 'PX', Math.max(1, ms)).set(keys.pace(`${name}.met`), 1, 'PX', ms + MET_MS).exec()
    },
  }
}
