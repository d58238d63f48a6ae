import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { connectSimulator } from '../../simulator/client.ts'
import { type PersonSeed, startSimulator } from '../../simulator/index.ts'
import { startRedis } from './redis.ts'

const root = path.join(import.meta.dirname, '../..')
const main = path.join(root, 'src/main.ts')
const content = { CENTRE_FILE: path.join(root, 'catalogue/centre.example.yaml'), CATALOGUE_DIR: path.join(root, 'catalogue') }

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const over = isOver(child) ? null : once(child, 'exit')
  child.kill(signal)
  await over
  return child.exitCode
}

/** src/main.ts until it ends by itself: its code, and what it said. */
export async function runMain(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [main], { cwd: os.tmpdir(), env: { PATH: process.env['PATH'] ?? '', ...content, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => { said += bytes.toString() })
  await once(child, 'close')
  return { code: child.exitCode, said }
}

/** The bot as a process of its own, to be ended as a power cut would, with everything around it. */
export async function startBotProcess(options: { env?: Record<string, string>; persons?: PersonSeed[] } = {}) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-process-'))
  const redis = await startRedis()
  const simulator = await startSimulator({ port: 0, limits: 'off', persons: options.persons ?? [] })
  const vaultKey = Buffer.alloc(32, 7)
  const vaultDir = path.join(dir, 'vault')
  const env = {
    TMPDIR: dir, BOT_TOKEN: simulator.token, BOT_API_ROOT: simulator.apiRoot, STAFF_CHAT_ID: String(simulator.staffChatId), REDIS_URL: redis.url,
    VAULT_DIR: vaultDir, VAULT_KEY: vaultKey.toString('base64'), QUJAT_SIMULATOR: '1', PORT: '0', LOG_LEVEL: 'error', ...options.env,
  }
  let child: ChildProcess
  const open = (): void => {
    child = spawn(process.execPath, [main], { cwd: dir, env: { PATH: process.env['PATH'] ?? '', ...content, ...env }, stdio: process.env['SHOW_LOG'] ? 'inherit' : 'ignore' })
  }
  open()
  return {
    sim: connectSimulator(simulator.url), redis, vaultDir, config: { vaultKey: new Uint8Array(vaultKey) }, env, open,
    kill9: () => end(child, 'SIGKILL'),
    term: () => end(child, 'SIGTERM'),
    async stop() {
      await end(child, 'SIGKILL')
      await simulator.stop()
      await redis.stop()
      // A typesetter may outlive its killed parent for a moment.
      await rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}
