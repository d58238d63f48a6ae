// One launcher per checkout: it listens on a socket for as long as it lives, so a stale lock cannot exist.
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { Refusal } from './say.mjs'

/** @param {string} path @returns {Promise<boolean>} whether somebody answers there */
export const answers = (path) =>
  new Promise((resolve) => {
    const socket = connect(path)
    const end = (/** @type {boolean} */ yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })

/** @param {string} path @returns {Promise<import('node:net').Server>} */
const listen = (path) =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })

/**
 * @param {string} path of the socket
 * @returns {Promise<() => void>} releases it; the system does so too when the process dies
 */
export const beOnlyOne = async (path) => {
  if (await answers(path)) {
    throw new Refusal('Qujat is already running here. Stop it with Ctrl+C in its own window before starting it again.')
  }
  rmSync(path, { force: true })
  const server = await listen(path)
  server.unref()
  return () => server.close()
}
