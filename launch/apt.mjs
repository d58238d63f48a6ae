// Debian packages, when the machine has apt and we may use it.
import { spawnSync } from 'node:child_process'
import { onPath } from './paths.mjs'
import { say } from './say.mjs'

/** @returns {string[] | undefined} what to put before apt-get, or undefined when we may not */
const asRoot = () => {
  if (!onPath('apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  const may = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  return may ? ['sudo', '-n'] : undefined
}

/** Quiet unless it fails: apt has much to say on a bare machine. @param {string[]} prefix @param {string[]} args */
const aptGet = (prefix, args) => {
  const [program, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
  const { status, stderr } = spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) say(stderr ?? '')
  return status === 0
}

/** @param {string} name of one package @param {string} why told to the person @returns {boolean} whether it was installed */
export const aptInstall = (name, why) => {
  const prefix = asRoot()
  if (!prefix) return false
  say(`${why}; fetching it (the system’s package ${name}, once) …`)
  return aptGet(prefix, ['update']) && aptGet(prefix, ['install', '-y', '--no-install-recommends', name])
}
