// redis-server, fetched when the machine has none and we may.
import { aptInstall } from './apt.mjs'
import { findRedis } from './find-redis.mjs'
import { Refusal } from './say.mjs'

/** @returns {string} the redis-server to run */
export const ensureRedis = () => {
  const found = findRedis()
  if (found) return found
  // redis-tools and not redis-server: the latter would start a system service.
  const got = aptInstall('redis-tools', 'Redis was not found') ? findRedis() : undefined
  if (got) return got
  throw new Refusal(
    'Redis 6.2 or newer is needed. Type:  sudo apt-get install redis-tools   (macOS: brew install redis)' +
      '   and run the same command again.',
  )
}
