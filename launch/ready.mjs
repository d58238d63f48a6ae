// Knowing that something is up, and that a port is free.
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './say.mjs'

/** @param {number} port @returns {Promise<string>} '' when it is free, else the error's code */
const whyTaken = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen(port, () => server.close(() => resolve('')))
  })

/** Waits a little first: what an earlier start left behind may still be leaving. @param {number} port */
export const expectFreePort = async (port, patience = 5000) => {
  const end = Date.now() + patience
  let code = await whyTaken(port)
  while (code === 'EADDRINUSE' && Date.now() < end) {
    await sleep(250)
    code = await whyTaken(port)
  }
  if (code === '') return
  if (code !== 'EADDRINUSE') throw new Refusal(`Port ${port} cannot be used (${code}). Choose another:  PORT=8081 npm start`)
  throw new Refusal(`Port ${port} is in use by another program. Choose another:  PORT=${port + 1} npm start`)
}

/** @param {string} url */
export const answersHttp = async (url) => {
  for (;;) {
    const reply = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    await reply?.body?.cancel()
    if (reply && reply.status < 500) return
    await sleep(100)
  }
}

/** The bot's log line with the message "ready". @param {import('./child.mjs').Child} child @returns {Promise<void>} */
export const saysReady = (child) =>
  new Promise((resolve) => child.onLine((entry) => entry.msg === 'ready' && resolve()))
