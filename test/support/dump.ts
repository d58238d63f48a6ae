import { Redis } from 'ioredis'

/** Everything Redis holds, keys and values of every kind, as one text. */
export async function dumpRedis(url: string): Promise<string> {
  const redis = new Redis(url)
  const parts: string[] = []
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key)
    const value = type === 'string' ? await redis.getBuffer(key)
      : type === 'hash' ? Object.entries(await redis.hgetallBuffer(key)).map(([name, each]) => `${name}=${each.toString('latin1')}${each.toString('utf8')}`).join()
      : type === 'list' ? (await redis.lrangeBuffer(key, 0, -1)).map((each) => each.toString('utf8')).join()
      : type === 'set' ? (await redis.smembers(key)).join()
      : type === 'zset' ? (await redis.zrange(key, 0, '-1')).join()
      : JSON.stringify(await redis.xrange(key, '-', '+'))
    parts.push(`${key}: ${Buffer.isBuffer(value) ? value.toString('utf8') : String(value)}`)
  }
  redis.disconnect()
  return parts.join('\n')
}
