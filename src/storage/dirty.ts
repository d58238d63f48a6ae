import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/** KEYS dirty; ARGV id, revision. A case that changed meanwhile stays dirty. */
const CLEAN_SCRIPT = `
local now = redis.call('ZSCORE', KEYS[1], ARGV[1])
if now and tonumber(now) <= tonumber(ARGV[2]) then redis.call('ZREM', KEYS[1], ARGV[1]) end
return 1
`

/** Cases changed since their last snapshot. */
export function makeDirty({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pick<CaseStore, 'dirty' | 'clean'> {
  const script = makeScript(redis, CLEAN_SCRIPT)
  return {
    dirty: limit => redis.zrange(keys.dirty, 0, String(limit - 1)),
    async clean(id, revision) { await script([keys.dirty], [id, revision]) },
  }
}
