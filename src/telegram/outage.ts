import { BotError, GrammyError, HttpError } from 'grammy'

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'NR_CLOSED'])
/** The disk is full, gone or closed to us: nothing is kept, so nothing is confirmed. */
const DISK = new Set(['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE'])
const REDIS = new Set(['MaxRetriesPerRequestError', 'ClusterAllFailedError', 'RedisUnreachable', 'AbortError'])

export const causeOf = (error: unknown): unknown => (error instanceof BotError ? error.error : error)

/** Nobody's mistake: the network, Telegram or Redis is away. The update waits and comes again; it is never parked for that. */
export function isOutage(error: unknown): boolean {
  const cause = causeOf(error)
  if (cause instanceof HttpError) return true
  if (cause instanceof GrammyError) return cause.error_code === 429 || cause.error_code >= 500
  if (!(cause instanceof Error)) return false
  const code = 'code' in cause ? String(cause.code) : ''
  return NETWORK.has(code) || DISK.has(code) || REDIS.has(cause.name) || /^(LOADING|READONLY|MISCONF|OOM|Connection is closed)/.test(cause.message)
}

/** Telegram can still be reached, so the person can be told that it takes longer. */
export const isOurOutage = (error: unknown): boolean => {
  const cause = causeOf(error)
  return isOutage(error) && !(cause instanceof HttpError) && !(cause instanceof GrammyError)
}

/** The person has blocked the bot or is gone: there is nobody to tell. */
export const isBlocked = (error: unknown): boolean => {
  const cause = causeOf(error)
  return cause instanceof GrammyError && cause.error_code === 403
}

/** How long Telegram asks to wait, in milliseconds; null for any other error. */
export const patienceOf = (error: unknown): number | null => {
  const cause = causeOf(error)
  const wait = cause instanceof GrammyError ? cause.parameters.retry_after : undefined
  return wait === undefined ? null : wait * 1000 + 200
}

/** Neither an outage nor a bug of ours: the token is wrong. */
export const isRefusedToken = (error: unknown): boolean => {
  const cause = causeOf(error)
  return cause instanceof GrammyError && (cause.error_code === 401 || cause.error_code === 404)
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
