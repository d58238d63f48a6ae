import { readFileSync } from 'node:fs'
import { z } from 'zod'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type Config = {
  botToken: string
  botApiRoot: string
  staffChatId: number
  managerIds: number[]
  /** What ioredis takes: redis://, rediss:// or the path of a unix socket. */
  redisUrl: string
  vaultDir: string
  /** 32 bytes. */
  vaultKey: Uint8Array
  /** The key before the last change of keys: still opens, never seals. */
  vaultKeyOld?: Uint8Array
  webhook?: { url: string; secret: string }
  publicUrl?: string
  /** 0: no web server. */
  port: number
  centreFile: string
  catalogueDir: string
  timeZone: string
  logLevel: (typeof logLevels)[number]
  httpsProxy?: string
  /** Messages of notices a second, over all processes. */
  noticesPerSecond?: number
  /** Not the simulator: the profile may have no gaps. */
  live: boolean
}

export type Env = Record<string, string | undefined>
export type ConfigResult = { ok: true; config: Config } | { ok: false; mistakes: string[] }

/** Messages name the variable and what would be right, never the value: it may be a secret. */
const text = (missing: string) => z.string({ error: missing })
const optional = z.string().optional()

const urlOf = (value: string) => (URL.canParse(value) ? new URL(value) : undefined)
const hasProtocol = (value: string, ...protocols: string[]) =>
  protocols.includes(urlOf(value)?.protocol ?? '') && urlOf(value)?.hostname !== ''
const isLocal = (value: string) => ['localhost', '127.0.0.1'].includes(urlOf(value)?.hostname ?? '')
/** The world reaches us by https only; http is for trying things on this machine. */
const isSafe = (value: string) => hasProtocol(value, 'https:') || (hasProtocol(value, 'http:') && isLocal(value))
const withoutSlash = (value: string) => value.replace(/\/+$/, '')

const isZone = (value: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

const keyBytes = (value: string): Uint8Array | undefined => {
  if (/^[0-9a-f]{64}$/i.test(value)) return new Uint8Array(Buffer.from(value, 'hex'))
  return /^[A-Za-z0-9+/]{43}=?$/.test(value) ? new Uint8Array(Buffer.from(value, 'base64')) : undefined
}
const key = (name: string, missing: string) =>
  text(missing).transform((value, context) => {
    const bytes = keyBytes(value)
    if (!bytes) context.addIssue(`${name} must be 32 bytes as base64 or as 64 hex characters.`)
    return bytes ?? new Uint8Array()
  })

const redis = text('REDIS_URL is missing: redis://host:6379, or the path of a unix socket.')
  .transform((value) => value.replace(/^unix:\/\/(?=\/)/, ''))
  .refine(
    (value) => /^\/[^/]/.test(value) || hasProtocol(value, 'redis:', 'rediss:'),
    'REDIS_URL must be redis://…, rediss://…, unix:///… or an absolute path of a socket.',
  )

const wholeNumber = (value: string) => (/^-?\d+$/.test(value) ? Number(value) : Number.NaN)
const integer = (what: string, inRange: (n: number) => boolean) =>
  text(what).transform(wholeNumber).refine((n) => Number.isSafeInteger(n) && inRange(n), what)

const variables = z.object({
  BOT_TOKEN: text('BOT_TOKEN is missing: the token that @BotFather gave for the bot.').regex(
    /^\d+:[\w-]+$/,
    'BOT_TOKEN must look like 123456789:letters-and-digits, as @BotFather gave it.',
  ),
  BOT_API_ROOT: z.string().default('https://api.telegram.org').transform(withoutSlash)
    .refine((value) => hasProtocol(value, 'http:', 'https:'), 'BOT_API_ROOT must be an http(s) address.'),
  STAFF_CHAT_ID: integer('STAFF_CHAT_ID is missing or not a negative whole number: the id of the staff group.', (n) => n < 0),
  MANAGER_IDS: z.string().default('').transform((list) => list.split(',').map((id) => id.trim()).filter(Boolean).map(wholeNumber))
    .refine((ids) => ids.every((id) => Number.isSafeInteger(id) && id > 0), 'MANAGER_IDS must be Telegram user ids with commas between.'),
  REDIS_URL: redis,
  VAULT_DIR: z.string().default('data/vault'),
  VAULT_KEY: key('VAULT_KEY', 'VAULT_KEY is missing: make one with  openssl rand -base64 32'),
  VAULT_KEY_OLD: key('VAULT_KEY_OLD', '').optional(),
  WEBHOOK_URL: optional.refine((url) => !url || isSafe(url), 'WEBHOOK_URL must be https:// (http:// only for localhost).'),
  WEBHOOK_SECRET: optional.refine(
    (secret) => !secret || /^[A-Za-z0-9_-]{1,256}$/.test(secret),
    'WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -',
  ),
  PUBLIC_URL: z.string().transform(withoutSlash).optional()
    .refine((url) => !url || isSafe(url), 'PUBLIC_URL must be https:// (http:// only for localhost).'),
  PORT: integer('PORT must be a number from 0 to 65535.', (n) => n >= 0 && n < 65_536).prefault('8080'),
  CENTRE_FILE: z.string().default('catalogue/centre.yaml'),
  CATALOGUE_DIR: z.string().default('catalogue'),
  TZ: z.string().default('Asia/Almaty').refine(isZone, 'TZ must be a time zone such as Asia/Almaty.'),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).default('info'),
  HTTPS_PROXY: optional.refine((url) => !url || hasProtocol(url, 'http:', 'https:'), 'HTTPS_PROXY must be an http(s) address.'),
  NOTICES_PER_SECOND: integer('NOTICES_PER_SECOND must be a number from 1 to 1000.', (n) => n >= 1 && n <= 1000).prefault('25'),
  QUJAT_SIMULATOR: z.literal('1', 'QUJAT_SIMULATOR is set by the launcher only, to 1.').optional(),
})

const secrets = ['BOT_TOKEN', 'VAULT_KEY', 'VAULT_KEY_OLD', 'WEBHOOK_SECRET', 'REDIS_URL'] as const

const filled = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))

/** A container's secrets come as files. What a file held is trimmed: editors end it with a newline. */
const withFiles = (env: Env, readFile: (path: string) => string) => {
  const values = { ...env }
  const mistakes: string[] = []
  for (const name of secrets) {
    const path = env[`${name}_FILE`]
    if (!path) continue
    if (env[name]) mistakes.push(`${name} and ${name}_FILE are both given; keep one.`)
    try {
      values[name] ??= readFile(path).trim()
    } catch {
      mistakes.push(`${name}_FILE cannot be read: ${path}`)
      values[name] = undefined
    }
  }
  return { values: filled(values), mistakes, unread: (name: string) => mistakes.some((line) => line.startsWith(`${name}_FILE `)) }
}

const pairMistakes = (values: Env): string[] => [
  ...(values.WEBHOOK_URL && !values.WEBHOOK_SECRET ? ['WEBHOOK_URL needs WEBHOOK_SECRET: 1 to 256 of A-Z a-z 0-9 _ -'] : []),
  ...(values.WEBHOOK_SECRET && !values.WEBHOOK_URL ? ['WEBHOOK_SECRET is given without WEBHOOK_URL.'] : []),
  ...(values.VAULT_KEY_OLD && values.VAULT_KEY_OLD === values.VAULT_KEY ? ['VAULT_KEY_OLD is the same as VAULT_KEY.'] : []),
]

const toConfig = (v: z.output<typeof variables>): Config => ({
  botToken: v.BOT_TOKEN,
  botApiRoot: v.BOT_API_ROOT,
  staffChatId: v.STAFF_CHAT_ID,
  managerIds: v.MANAGER_IDS,
  redisUrl: v.REDIS_URL,
  vaultDir: v.VAULT_DIR,
  vaultKey: v.VAULT_KEY,
  ...(v.VAULT_KEY_OLD && { vaultKeyOld: v.VAULT_KEY_OLD }),
  ...(v.WEBHOOK_URL && v.WEBHOOK_SECRET && { webhook: { url: v.WEBHOOK_URL, secret: v.WEBHOOK_SECRET } }),
  ...(v.PUBLIC_URL && { publicUrl: v.PUBLIC_URL }),
  port: v.PORT,
  centreFile: v.CENTRE_FILE,
  catalogueDir: v.CATALOGUE_DIR,
  timeZone: v.TZ,
  noticesPerSecond: v.NOTICES_PER_SECOND,
  logLevel: v.LOG_LEVEL,
  ...(v.HTTPS_PROXY && { httpsProxy: v.HTTPS_PROXY }),
  live: v.QUJAT_SIMULATOR !== '1',
})

/** What work on the vault needs of the configuration; without `redisUrl` only what needs no Redis can be done. */
export type VaultConfig = Pick<Config, 'vaultDir' | 'vaultKey' | 'vaultKeyOld' | 'catalogueDir' | 'timeZone'> & { redisUrl?: string }

const ofVault = variables.pick({ VAULT_DIR: true, VAULT_KEY: true, VAULT_KEY_OLD: true, CATALOGUE_DIR: true, TZ: true }).extend({ REDIS_URL: redis.optional() })

const fromDisk = (path: string): string => readFileSync(path, 'utf8')

/** The environment of `npm run vault`, as `parseConfig` reads it. */
export const parseVaultConfig = (env: Env, readFile = fromDisk): { ok: true; config: VaultConfig } | { ok: false; mistakes: string[] } => {
  const { values, mistakes, unread } = withFiles(filled(env), readFile)
  const parsed = ofVault.safeParse(values)
  const invalid = parsed.success ? [] : parsed.error.issues.filter((issue) => !unread(String(issue.path[0])))
  const all = [...mistakes, ...invalid.map((issue) => issue.message)]
  if (!parsed.success || all.length > 0) return { ok: false, mistakes: all }
  const v = parsed.data
  return { ok: true, config: {
    vaultDir: v.VAULT_DIR, vaultKey: v.VAULT_KEY, ...(v.VAULT_KEY_OLD && { vaultKeyOld: v.VAULT_KEY_OLD }), catalogueDir: v.CATALOGUE_DIR, timeZone: v.TZ, ...(v.REDIS_URL && { redisUrl: v.REDIS_URL }),
  } }
}

/**
 * The environment, checked whole: either a Config or every mistake at once, one line each. An empty value counts
 * as not given; secrets may also come as NAME_FILE.
 */
export const parseConfig = (env: Env, readFile = fromDisk): ConfigResult => {
  const { values, mistakes, unread } = withFiles(filled(env), readFile)
  const parsed = variables.safeParse(values)
  const invalid = parsed.success ? [] : parsed.error.issues.filter((issue) => !unread(String(issue.path[0])))
  const all = [...mistakes, ...invalid.map((issue) => issue.message), ...pairMistakes(values)]
  return parsed.success && all.length === 0 ? { ok: true, config: toConfig(parsed.data) } : { ok: false, mistakes: all }
}
