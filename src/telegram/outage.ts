import { BotError, GrammyError, HttpError } from 'grammy'

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'NR_CLOSED'])
const REDIS = new Set(['MaxRetriesPerRequestError', 'ClusterAllFailedError', 'RedisUnreachable', 'AbortError'])

export const causeOf = (error: unknown): unknown => (error instanceof BotError ? error.error : error)

/** Nobody's mistake: the network, Telegram or Redis is away. The update waits and comes again; it is never parked for that. */
export function isOutage(error: unknown): boolean {
  const cause = causeOf(error)
  if (cause instanceof HttpError) return true
  if (cause instanceof GrammyError) return cause.error_code === 429 || cause.error_code >= 500
  if (!(cause instanceof Error)) return false
  const code = 'code' in cause ? String(cause.code) : ''
  return NETWORK.has(code) || REDIS.has(cause.name) || /^(LOADING|READONLY|MISCONF|OOM|Connection is closed)/.test(cause.message)
}

/** The person has blocked the bot or is gone: there is nobody to tell. */
export const isBlocked = (error: unknown): boolean => {
  const cause = causeOf(error)
  return cause instanceof GrammyError && cause.error_code === 403
}

/** What a log may hold of an error: never a person's words. */
export function errorCode(error: unknown): string {
  const cause = causeOf(error)
  if (cause instanceof GrammyError) return `telegram ${cause.error_code} ${cause.method}: ${cause.description.slice(0, 120)}`
  if (cause instanceof HttpError) return `network ${cause.message.slice(0, 80)}`
  if (!(cause instanceof Error)) return 'unknown'
  const where = /\(?(?:file:\/\/)?[^()\s]*\/(src\/[^)\s]+)\)?/.exec(cause.stack ?? '')?.[1]
  return `${cause.name}${where ? ` at ${where}` : ''}`
}
