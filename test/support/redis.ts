import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findRedis } from '../../launch/find-redis.mjs'
import { ping, spawnRedis } from '../../launch/redis-process.mjs'

export type TestRedis = {
  /** The path of its unix socket: ioredis takes it as an address. */
  url: string
  path: string
  stop: () => Promise<void>
  /** As a power cut would end it. */
  kill9: () => Promise<void>
  /** Again, on the same data, also after kill9. */
  restart: () => Promise<void>
}

const settings = [
  '--port', '0', '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', '',
]

/** Under the launcher's watchdog: a test run that is killed leaves no server behind. */
const launch = async (server: string, dir: string, path: string): Promise<ChildProcess> => {
  const args = [...settings, '--unixsocket', path, '--dir', dir, '--logfile', join(dir, 'redis.log')]
  const child = spawnRedis(server, args)
  while (!(await ping(path))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}; see ${dir}/redis.log`)
    await sleep(10)
  }
  return child
}

const isGone = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

const end = async (child: ChildProcess): Promise<void> => {
  if (isGone(child)) return
  const gone = once(child, 'exit')
  child.stdin?.end()
  await gone
}

/** Watchdog and server at once: they are a process group. */
const kill = async (child: ChildProcess): Promise<void> => {
  if (isGone(child) || child.pid === undefined) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await gone
}

/** A Redis for one test file, as durable as production's, in a directory that goes when it stops. */
export const startRedis = async (): Promise<TestRedis> => {
  const server = findRedis()
  if (!server) throw new Error('redis-server was not found; `npm test` fetches it')
  const dir = await mkdtemp(join(tmpdir(), 'qujat-redis-'))
  const path = join(dir, 'redis.sock')
  let child = await launch(server, dir, path)
  return {
    url: path,
    path,
    stop: async () => {
      await end(child)
      await rm(dir, { recursive: true, force: true })
    },
    kill9: () => kill(child),
    restart: async () => {
      await end(child)
      child = await launch(server, dir, path)
    },
  }
}
