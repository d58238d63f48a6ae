import type { Redis } from 'ioredis'
import type { CaseStore, Clock } from '../app/ports.ts'
import { readEffect, splitEffectId } from './effect-record.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/** A run that takes longer may be overlapped by the next one about the same thing. */
const LOCK_MS = 120_000
const AT_ONCE = 2000

/** KEYS effects, lock; ARGV base, revision, lock time. A later revision takes the place of this one. */
const BEGIN_SCRIPT = `
local record = redis.call('HGET', KEYS[1], ARGV[1])
if record and string.sub(record, 1, #ARGV[2] + 1) ~= ARGV[2] .. ' ' then return 'superseded' end
local holder = redis.call('GET', KEYS[2])
if holder and holder ~= ARGV[2] then return 'busy' end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 'run'
`

/** KEYS effects, effect times, lock; ARGV base, revision, '1' when it is done and not only interrupted. */
const END_SCRIPT = `
if redis.call('GET', KEYS[3]) == ARGV[2] then redis.call('DEL', KEYS[3]) end
if ARGV[3] ~= '1' then return 0 end
local record = redis.call('HGET', KEYS[1], ARGV[1])
if not record or string.sub(record, 1, #ARGV[2] + 1) ~= ARGV[2] .. ' ' then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
return redis.call('ZREM', KEYS[2], ARGV[1])
`

export type Effects = Pick<CaseStore, 'pendingEffects' | 'effectDone'> & {
  /** Asks leave to run: one at a time about the same thing, and only the latest. An effect not on record may run. */
  beginEffect(id: string): Promise<'run' | 'superseded' | 'busy'>
  /** Gives the leave back without being done. */
  leaveEffect(id: string): Promise<void>
  /** Forgets what was to be done for a case. */
  dropEffects(caseId: string): Promise<void>
}

/** The outbox: written with the change that asks for it, emptied by the worker. */
export function makeEffects({ redis, keys, clock }: { redis: Redis; keys: RedisKeys; clock: Clock }): Effects {
  const begin = makeScript(redis, BEGIN_SCRIPT)
  const finish = makeScript(redis, END_SCRIPT)
  const end = async (id: string, done: boolean): Promise<void> => {
    const { base, revision } = splitEffectId(id)
    await finish([keys.effects, keys.effectTimes, keys.lock(base)], [base, revision, done ? '1' : '0'])
  }
  const records = async (bases: string[]) => {
    const texts = bases.length ? await redis.hmget(keys.effects, ...bases) : []
    return bases.flatMap((base, n) => (texts[n] ? readEffect(base, texts[n]) ?? [] : []))
  }
  return {
    async pendingEffects(ageMs) {
      return records(await redis.zrangebyscore(keys.effectTimes, '-inf', clock.now() - ageMs, 'LIMIT', 0, AT_ONCE))
    },
    effectDone: id => end(id, true),
    leaveEffect: id => end(id, false),
    async beginEffect(id) {
      const { base, revision } = splitEffectId(id)
      const answer = await begin([keys.effects, keys.lock(base)], [base, revision, LOCK_MS])
      return answer === 'superseded' || answer === 'busy' ? answer : 'run'
    },
    async dropEffects(caseId) {
      const all = await records(await redis.zrange(keys.effectTimes, 0, '-1'))
      const bases = all.filter(({ effect }) => effect.case === caseId).map(({ id }) => splitEffectId(id).base)
      if (bases.length) await redis.multi().hdel(keys.effects, ...bases).zrem(keys.effectTimes, ...bases).exec()
    },
  }
}
