import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import type { RedisKeys } from './redis-keys.ts'

const KEPT_SECONDS = 48 * 3600

/** Update ids that were handled. Compared for equality only: after a quiet week Telegram counts from anywhere. */
export function makeUpdates({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pick<CaseStore, 'seen' | 'markSeen'> {
  return {
    seen: async update => await redis.sismember(keys.updates(update), update) === 1,
    async markSeen(update) {
      const bucket = keys.updates(update)
      await redis.multi().sadd(bucket, update).expire(bucket, KEPT_SECONDS).exec()
    },
  }
}
