// Which redis-server to run. Shared with the tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir, onPath } from './paths.mjs'

/** @param {string} binary @returns {boolean} whether it is a Redis of 6.2 or newer (what BullMQ wants) */
export const isRedis = (binary) => {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  const [, major, minor] = /v=(\d+)\.(\d+)/.exec(stdout ?? '') ?? []
  return Number(major) * 100 + Number(minor) >= 602
}

/**
 * Redis is one binary that looks at its own name: redis-check-rdb, which Debian ships in redis-tools without
 * any system service, is redis-server when it is called so.
 * @param {string} checker @param {string} binDir
 */
const byItsOtherName = (checker, binDir) => {
  mkdirSync(binDir, { recursive: true })
  const link = join(binDir, 'redis-server')
  const made = `${link}.${process.pid}` // made aside and renamed: several tests may do this at once
  symlinkSync(checker, made)
  renameSync(made, link)
  return link
}

/**
 * @param {{ binDir?: string, find?: (name: string) => string | undefined }} [options]
 * @returns {string | undefined} a redis-server that runs, or undefined
 */
export const findRedis = ({ binDir = join(dataDir, 'bin'), find = onPath } = {}) => {
  const server = process.env.QUJAT_REDIS_SERVER || find('redis-server')
  if (server && isRedis(server)) return server
  const checker = find('redis-check-rdb')
  if (!checker) return undefined
  const link = byItsOtherName(checker, binDir)
  return isRedis(link) ? link : undefined
}
