// Redis for this checkout alone: a private socket, every write on disk before it is acknowledged.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './say.mjs'

// A tiny watchdog: when our end of its input closes, for whatever reason, kill -9 included, Redis is told to stop.
const watchdog = `exec 3<&0
"$@" </dev/null 3<&- & redis=$!
(read -r _ <&3; kill -TERM "$redis") 2>/dev/null & watch=$!
wait "$redis"; code=$?
kill "$watch" 2>/dev/null
exit "$code"`

/**
 * @param {{ dir: string, socket: string }} where
 * @returns {string} the text of redis.conf
 */
export const redisConf = ({ dir, socket }) =>
  [
    ['port', '0'],
    ['unixsocket', `"${socket}"`],
    ['unixsocketperm', '700'],
    ['dir', `"${dir}"`],
    ['logfile', `"${join(dir, 'redis.log')}"`],
    ['daemonize', 'no'],
    ['appendonly', 'yes'],
    ['appendfsync', 'always'],
    ['maxmemory-policy', 'noeviction'],
    ['save', '""'],
  ]
    .map((line) => `${line.join(' ')}\n`)
    .join('')

/** @param {string} socket @param {string} command @returns {Promise<string>} the first line of the reply, '' for none */
const ask = (socket, command) =>
  new Promise((resolve) => {
    const client = connect(socket, () => client.write(`${command}\r\n`))
    client.setTimeout(2000, () => client.destroy())
    client.once('data', (data) => {
      resolve(String(data).split('\r\n')[0])
      client.destroy()
    })
    client.once('error', () => resolve('')).once('close', () => resolve(''))
  })

/** A Redis that is still loading answers -LOADING: it lives, but is not ready. @param {string} socket */
export const ping = async (socket) => (await ask(socket, 'PING')) === '+PONG'

/** @param {() => Promise<boolean>} test @param {number} ms */
const until = async (test, ms) => {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await test()) return true
    await sleep(50)
  }
  return false
}

/** An orphan of a launcher that was killed with its watchdog. @param {string} socket */
export const stopOrphan = async (socket) => {
  if ((await ask(socket, 'PING')) === '') return
  await ask(socket, 'SHUTDOWN')
  const gone = await until(async () => (await ask(socket, 'PING')) === '', 10_000)
  if (!gone) throw new Refusal(`A Redis of an earlier start still answers on ${socket} and does not stop.`)
}

/**
 * Redis under its watchdog, in a session of its own: Ctrl+C in the terminal must not stop it before the bot has
 * saved. Closing the stdin of what is returned stops it. Redis refuses to start under a locale the machine
 * does not have, hence LC_ALL.
 * @param {string} redisServer @param {string[]} args
 */
export const spawnRedis = (redisServer, args) => {
  const child = spawn('/bin/sh', ['-c', watchdog, 'redis-watchdog', redisServer, ...args], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.stdin.on('error', () => {})
  return child
}

/** @param {string} dir */
const lastLines = (dir) => {
  const log = join(dir, 'redis.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : ''
}

/**
 * @typedef {{ process: import('node:child_process').ChildProcess, exited: Promise<number> }} Redis
 * @param {{ redisServer: string, dir: string, socket: string }} options
 * @returns {Promise<Redis>}
 */
export const startRedis = async ({ redisServer, dir, socket }) => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  await stopOrphan(socket)
  for (const old of [socket, join(dir, 'redis.log')]) rmSync(old, { force: true })
  const conf = join(dir, 'redis.conf')
  writeFileSync(conf, redisConf({ dir, socket }), { mode: 0o600 })
  const child = spawnRedis(redisServer, [conf])
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const ready = await until(async () => child.exitCode !== null || ping(socket), 60_000)
  if (ready && child.exitCode === null) return { process: child, exited }
  child.stdin.end()
  throw new Refusal(`Redis did not start. Its last words (${dir}/redis.log):\n${lastLines(dir)}`)
}

/** @param {Redis} redis */
export const stopRedis = ({ process: watch, exited }) => {
  watch.stdin.end()
  return Promise.race([exited, sleep(15_000, undefined, { ref: false })])
}
