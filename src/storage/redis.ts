import { setTimeout as sleep } from 'node:timers/promises'
import { Redis, type RedisOptions } from 'ioredis'
import { RedisUnreachable } from './errors.ts'

type Address = Omit<RedisOptions, 'replyMapping'>

/** redis://, rediss://, unix:// or the absolute path of a socket, as options. */
export function redisOptions(address: string): Address {
  if (address.startsWith('/')) return { path: address }
  const url = new URL(address)
  const db = Number(url.searchParams.get('db') ?? (url.protocol === 'unix:' ? 0 : url.pathname.slice(1))) || 0
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname), db, ...login(url) }
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') throw new RedisUnreachable(`not a Redis address: ${url.protocol}`)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 6379), db, ...login(url),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
  }
}

const login = (url: URL): Address => ({
  ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
  ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
})

/** Never gives up: a Redis that comes back after an hour finds the process waiting. */
const retryStrategy = (times: number): number => Math.min(times * 200, 2000)

/** For the error listener: ioredis prints unhandled connection errors to the console otherwise. */
type OnError = (error: Error) => void

/**
 * The connection of the stores; opened by the first command. A command waits through an outage of about four
 * seconds (a restart of Redis), then throws, so that the update stays unconfirmed and comes again.
 */
export const connectRedis = (address: string, onError: OnError = () => {}): Redis =>
  listen(new Redis({ ...redisOptions(address), lazyConnect: true, retryStrategy, maxRetriesPerRequest: 6 }), onError)

/** The connection of the queue: commands wait for as long as it takes, as BullMQ demands. */
export const connectQueue = (address: string, onError: OnError = () => {}): Redis =>
  listen(new Redis({ ...redisOptions(address), lazyConnect: true, retryStrategy, maxRetriesPerRequest: null }), onError)

const listen = (redis: Redis, onError: OnError): Redis => redis.on('error', onError)

/** Waits until Redis answers; throws RedisUnreachable that names the place, without the password. */
export async function reachRedis(redis: Redis, waitMs: number): Promise<void> {
  let last: unknown = null
  const remember = (error: Error) => { last = error }
  const patience = new AbortController()
  redis.on('error', remember)
  const pong = redis.ping().catch((error: unknown) => { last ??= error })
  const late = sleep(waitMs, 'late', { signal: patience.signal }).catch(() => 'answered')
  const answer = await Promise.race([pong, late])
  patience.abort()
  redis.off('error', remember)
  if (answer === 'PONG') return
  throw new RedisUnreachable(`Redis does not answer at ${placeOf(redis)}${reasonOf(last)}. Is it running?`, { cause: last })
}

const placeOf = ({ options }: Redis): string => options.path ?? `${options.host}:${options.port}`

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '')

/** What this Redis is not set up for: 'appendonly', 'appendfsync', 'maxmemory-policy'. Empty when all is well. */
export async function weakSettings(redis: Redis): Promise<string[]> {
  const wanted = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' }
  const weak: string[] = []
  for (const [name, value] of Object.entries(wanted)) {
    const pair = await redis.config('GET', name).catch(() => [name, value])
    if (!Array.isArray(pair) || pair[1] !== value) weak.push(name)
  }
  return weak
}
