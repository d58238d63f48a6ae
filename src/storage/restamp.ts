import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import { Plain } from '../domain/case/case.ts'
import { believe } from './case-codec.ts'
import { restampedRow } from './register.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/** KEYS case, dirty, register; ARGV expected revision, next revision, plain, id, line of the register. A change in between wins. */
const RESTAMP_SCRIPT = `
if redis.call('HGET', KEYS[1], 'r') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'p', ARGV[3], 'r', ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[4])
redis.call('HSET', KEYS[3], ARGV[4], ARGV[5])
return 1
`

/** Says of cases that a new version leaves as they are by which they were judged: the sealed part is not even opened. */
export function makeRestamp({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pick<CaseStore, 'restamp'> {
  const script = makeScript(redis, RESTAMP_SCRIPT)
  const one = async (id: string, catalogue: string): Promise<boolean> => {
    const [[text, revision], row] = await Promise.all([redis.hmget(keys.case(id), 'p', 'r'), redis.hget(keys.register, id)])
    if (!text || !revision || !row) return true
    const next = Number(revision) + 1
    const plain = { ...believe(Plain, JSON.parse(text), id), catalogue, revision: next }
    return Number(await script([keys.case(id), keys.dirty, keys.register], [revision, next, JSON.stringify(plain), id, restampedRow(row, catalogue)])) === 1
  }
  return {
    restamp: async (ids, catalogue) => (await Promise.all(ids.map((id) => one(id, catalogue)))).every(Boolean),
  }
}
