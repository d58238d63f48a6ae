// npm run vault -- verify | export | backup | restore | rotate-key | purge: care of the vault.
import { join, resolve } from 'node:path'
import { given, readEnv, vaultEnv } from './environment.mjs'
import { beOnlyOne } from './only-one.mjs'
import { dataDir } from './paths.mjs'
import { startRedis, stopRedis } from './redis-process.mjs'
import { ensureRunDir } from './run-dir.mjs'
import { runNode } from './run-node.mjs'
import { run } from './say.mjs'
import { setUp } from './set-up.mjs'

const args = process.argv.slice(2)
const [command] = args
/** These change Redis, so nobody else may be at it. */
const needsRedis = command === 'restore' || command === 'rotate-key' || (command === 'purge' && args.includes('--yes'))
/** Folders are meant from where the command was typed; the program itself runs at the root. */
const fromHere = (/** @type {string} */ word, /** @type {number} */ at) => {
  const isFolder = (at === 1 && (command === 'backup' || command === 'restore')) || args[at - 1] === '--to'
  return isFolder ? resolve(process.env.INIT_CWD ?? '.', word) : word
}

const withRedis = async (/** @type {string} */ redisServer, /** @type {(url: string) => Promise<number>} */ work) => {
  const runDir = ensureRunDir(join(dataDir, 'redis'))
  const release = await beOnlyOne(join(runDir, 'launcher.sock'))
  const redis = await startRedis({ redisServer, dir: join(dataDir, 'redis'), socket: join(runDir, 'redis.sock') })
  try {
    return await work(join(runDir, 'redis.sock'))
  } finally {
    await stopRedis(redis)
    release()
  }
}

await run(async () => {
  const env = readEnv()
  const own = needsRedis && !given(env, 'REDIS_URL')
  const { node, redisServer } = setUp({ redis: own })
  const work = (/** @type {string | undefined} */ url) => {
    const typed = args.includes('--to') || command !== 'export' ? args.map(fromHere) : [...args, '--to', process.env.INIT_CWD ?? '.']
    return runNode(node, ['src/vault-command.ts', ...typed], { ...env, ...vaultEnv(env), ...(url ? { REDIS_URL: url } : {}) })
  }
  return own ? withRedis(redisServer, work) : work(undefined)
})
