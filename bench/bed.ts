import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { heap } from '../launch/heap.mjs'
import { startRedis } from '../test/support/redis.ts'
import type { Usage } from './bots/usage.ts'
import { type FakeApi, startFakeApi, TOKEN } from './fake-api.ts'

export const SECRET = 'bench-secret'
export const STAFF = -1_001_234_567_890

export type BotChild = { port: number; usage(): Promise<Usage>; stop(): Promise<void> }
export type Bed = {
  api: FakeApi
  redisUrl: string
  dir: string
  env: Record<string, string>
  /** A bot in a process of its own: 'product' or 'bare'. */
  bot(name: string, env?: Record<string, string>): Promise<BotChild>
  stop(): Promise<void>
}

async function startBot(name: string, env: Record<string, string>): Promise<BotChild> {
  const file = path.join(import.meta.dirname, `bots/${name}.ts`)
  const child: ChildProcess = fork(file, { env: { ...process.env, ...env }, execArgv: name === 'product' ? [...heap, ...(env['BENCH_EXEC']?.split(' ').filter(Boolean) ?? [])] : [] })
  const [hello] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error(`the ${name} bot did not start`) })])
  return {
    port: (hello as { port: number }).port,
    async usage() {
      const answer = once(child, 'message')
      child.send('usage')
      return (await answer)[0] as Usage
    },
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** Redis as durable as production's, a Bot API that costs nothing, a folder for the vault: everything that surrounds a bot. */
export async function makeBed(photo?: Buffer): Promise<Bed> {
  const dir = await mkdtemp(path.join(tmpdir(), 'qujat-bench-'))
  const [redis, api] = await Promise.all([startRedis(), startFakeApi(photo)])
  const env = {
    BOT_TOKEN: TOKEN, BOT_API_ROOT: api.root, STAFF_CHAT_ID: String(STAFF), REDIS_URL: redis.path, VAULT_DIR: path.join(dir, 'vault'),
    VAULT_KEY: randomBytes(32).toString('hex'), WEBHOOK_URL: 'http://127.0.0.1/hook', WEBHOOK_SECRET: SECRET, PORT: '0', LOG_LEVEL: 'warn', QUJAT_SIMULATOR: '1',
    CENTRE_FILE: 'catalogue/centre.example.yaml',
  }
  return {
    api, redisUrl: redis.path, dir, env,
    bot: (name, more = {}) => startBot(name, { ...env, ...more }),
    async stop() {
      await api.stop()
      await redis.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
