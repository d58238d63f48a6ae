import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

const bot = `
process.on('SIGTERM', () => { console.log('saved'); process.exit(0) })
if (process.env.TRIAL === 'dies') { console.error('no such profile'); process.exit(3) }
console.log(JSON.stringify({ level: 30, msg: 'ready', live: !process.env.QUJAT_SIMULATOR }))
setInterval(() => {}, 1000)
`
const simulator = `
import { createServer } from 'node:http'
createServer((_, reply) => reply.end('here')).listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
`

const commandLine = (id: string): string => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

export type Launched = { child: ChildProcess; heard: () => string; until: (words: string) => Promise<void>; ended: Promise<number | null> }

/** A checkout with the real launcher and a bot and simulator of a few lines. */
export const makeCheckout = () => {
  const dir = mkdtempSync(join(tmpdir(), 'qujat-checkout-'))
  for (const name of ['launch', 'package.json']) cpSync(join(root, name), join(dir, name), { recursive: true })
  // The packages are borrowed: what is installed counts as what is wanted, so that nothing is ever installed from here.
  cpSync(join(root, 'node_modules/.package-lock.json'), join(dir, 'package-lock.json'))
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  for (const [name, code] of [['src', bot], ['simulator', simulator]] as const) {
    mkdirSync(join(dir, name))
    writeFileSync(join(dir, name, 'main.ts'), code)
  }
  const start = (env: Record<string, string>): Launched => {
    const { BOT_TOKEN, REDIS_URL, npm_lifecycle_event, ...rest } = process.env
    const child = spawn(process.execPath, ['launch/start.mjs'], { cwd: dir, env: { ...rest, ...env } })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { text += String(data) })
    const ended = once(child, 'close').then(([code]) => code as number | null)
    const until = async (words: string) => {
      while (!text.includes(words)) {
        if (child.exitCode !== null) throw new Error(`ended before "${words}": ${text}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    return { child, heard: () => text, until, ended }
  }
  /** Ids of what runs of this checkout and has these words on its command line. */
  const left = (words = '') => readdirSync('/proc').filter((id) => /^\d+$/.test(id))
    .filter((id) => [dir, words].every((part) => commandLine(id).includes(part))).map(Number)
  return { dir, start, left, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

export const freePort = async (): Promise<string> => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return String(port)
}
