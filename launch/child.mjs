// One Node process of ours: started, listened to, stopped.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'
import { say } from './say.mjs'

const preload = pathToFileURL(join(root, 'launch', 'die-with-parent.mjs')).href
const remembered = 20
const warning = 40 // pino's number

/** @param {string} line @returns {{ level?: number, msg?: string }} */
const parsed = (line) => {
  try {
    return Object(JSON.parse(line))
  } catch {
    return {}
  }
}

/**
 * @typedef {{ name: string, process: import('node:child_process').ChildProcess, exited: Promise<number>,
 *   tail: string[], onLine: (listener: (entry: { msg?: string }) => void) => void }} Child
 */

/**
 * @param {{ name: string, node: string, script: string, env: NodeJS.ProcessEnv, logFile?: string, flags?: string[] }} options
 *   logFile: where everything it prints goes, warnings also to the terminal; without it all is passed on
 * @returns {Child}
 */
export const startChild = ({ name, node, script, env, logFile, flags = [] }) => {
  const child = spawn(node, [...flags, '--import', preload, script], {
    cwd: root,
    env: { ...env, QUJAT_LAUNCHER_PID: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true, // so that Ctrl+C reaches the launcher alone, which stops things in order
  })
  const tail = []
  const listeners = []
  const log = logFile ? createWriteStream(logFile, { mode: 0o600 }) : undefined
  const hear = (line, out) => {
    tail.push(line)
    if (tail.length > remembered) tail.shift()
    const entry = parsed(line)
    if (log) log.write(`${line}\n`)
    else out.write(`${line}\n`)
    if (log && entry.level >= warning) say(`${name}: ${entry.msg}`)
    for (const listener of listeners) listener(entry)
  }
  createInterface(child.stdout).on('line', (line) => hear(line, process.stdout))
  createInterface(child.stderr).on('line', (line) => hear(line, process.stderr))
  const exited = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  return { name, process: child, exited, tail, onLine: (listener) => listeners.push(listener) }
}

/** SIGTERM, then SIGKILL. @param {Child} child @param {number} patience in ms */
export const stopChild = async (child, patience) => {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return
  child.process.kill('SIGTERM')
  const stopped = await Promise.race([child.exited.then(() => true), sleep(patience, false, { ref: false })])
  if (stopped) return
  say(`${child.name} does not stop; it is ended by force.`)
  child.process.kill('SIGKILL')
  await child.exited
}
