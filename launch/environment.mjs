// What the processes are told through their environment.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as util from 'node:util'
import { dataDir, root } from './paths.mjs'
import { Refusal } from './say.mjs'
import { ensureVaultKey } from './vault-key.mjs'

/** The environment over .env: what is typed on the command line wins. */
export const readEnv = (file = join(root, '.env')) => {
  const written = existsSync(file) ? util.parseEnv(readFileSync(file, 'utf8')) : {}
  return { ...written, ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')) }
}

/** @param {NodeJS.ProcessEnv} env @param {string} name */
export const given = (env, name) => Boolean(env[name] || env[`${name}_FILE`])

/** @param {NodeJS.ProcessEnv} env */
export const portOf = (env) => {
  const port = Number(env.PORT || 8080)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`PORT must be a number from 1 to 65535, not "${env.PORT}".`)
}

// Known to nobody but this machine's simulator, which listens to nobody else.
const simulatorToken = '1000000000:the-simulator-knows-no-secrets-000000'
const simulatorGroup = '-1001000000001'
const simulatorManager = '520000003' // Gülnar, the group's owner (simulator/seeds.ts)

/** @param {NodeJS.ProcessEnv} env @param {number} port */
export const simulatorEnv = (env, port) => ({
  ...env,
  PORT: String(port),
  SIM_DATA_DIR: join(dataDir, 'simulator'),
  SIM_TOKEN: simulatorToken,
  SIM_STAFF_CHAT_ID: env.STAFF_CHAT_ID || simulatorGroup,
})

/** @param {NodeJS.ProcessEnv} env */
const vault = (env) => ({
  VAULT_DIR: env.VAULT_DIR || join(dataDir, 'vault'),
  ...(given(env, 'VAULT_KEY') ? {} : { VAULT_KEY_FILE: ensureVaultKey(join(dataDir, 'vault.key')) }),
})

/** The vault of the bot that would be started with this environment. @param {NodeJS.ProcessEnv} env */
export const vaultEnv = (env) => (given(env, 'BOT_TOKEN') ? { VAULT_DIR: env.VAULT_DIR || join(dataDir, 'vault') } : vault(env))

/** The bot beside the simulator. @param {NodeJS.ProcessEnv} env @param {number} port */
export const demoBotEnv = (env, port) => ({
  ...env,
  ...vault(env),
  BOT_TOKEN: simulatorToken,
  BOT_API_ROOT: `http://127.0.0.1:${port}`,
  STAFF_CHAT_ID: env.STAFF_CHAT_ID || simulatorGroup,
  MANAGER_IDS: env.MANAGER_IDS || simulatorManager,
  // 0: no web server of its own, unless a webhook is being tried.
  PORT: env.WEBHOOK_URL ? new URL(env.WEBHOOK_URL).port || '443' : '0',
  HTTPS_PROXY: '', // the simulator is on this machine
  // A complete, openly invented centre: a demonstration should not read "not supplied" at every turn.
  CENTRE_FILE: env.CENTRE_FILE || join(root, 'catalogue', 'centre.example.yaml'),
  QUJAT_SIMULATOR: '1',
})

/** The bot before real people: everything as written, only the vault's place has a default. @param {NodeJS.ProcessEnv} env */
export const liveBotEnv = (env) => ({ ...env, VAULT_DIR: env.VAULT_DIR || join(dataDir, 'vault') })
