// npm start: Redis, the simulator when there is no BOT_TOKEN, the bot; all stopped again together.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild, stopChild } from './child.mjs'
import { demoBotEnv, given, liveBotEnv, portOf, readEnv, simulatorEnv } from './environment.mjs'
import { createFamily } from './family.mjs'
import { heap } from './heap.mjs'
import { beOnlyOne } from './only-one.mjs'
import { dataDir } from './paths.mjs'
import { answersHttp, expectFreePort, saysReady } from './ready.mjs'
import { startRedis, stopRedis } from './redis-process.mjs'
import { ensureRunDir } from './run-dir.mjs'
import { Refusal, run, say } from './say.mjs'
import { setUp } from './set-up.mjs'
import { whenAskedToStop } from './signals.mjs'

const startWithin = 90_000
const stopWithin = { bot: 15_000, simulator: 5_000 }
const family = createFamily()
const logOf = (/** @type {string} */ name) => join(dataDir, 'log', `${name}.log`)

const launch = (/** @type {Parameters<typeof startChild>[0]} */ options, /** @type {number} */ ms) => {
  const child = startChild(options)
  family.add({ ...child, stop: () => stopChild(child, ms) })
  return child
}

const launchRedis = async (/** @type {string} */ redisServer, /** @type {string} */ runDir) => {
  const [dir, socket] = [join(dataDir, 'redis'), join(runDir, 'redis.sock')]
  const redis = await startRedis({ redisServer, dir, socket })
  family.add({ name: 'Redis', exited: redis.exited, tail: [`see ${dir}/redis.log`], stop: () => stopRedis(redis) })
  return socket
}

const launchSimulator = async (/** @type {string} */ node, /** @type {NodeJS.ProcessEnv} */ env) => {
  const name = 'the simulator'
  launch({ name, node, script: 'simulator/main.ts', env, logFile: logOf('simulator') }, stopWithin.simulator)
  await answersHttp(`http://127.0.0.1:${env.PORT}/`)
}

const launchBot = (/** @type {string} */ node, /** @type {NodeJS.ProcessEnv} */ env, logFile = '') =>
  saysReady(launch({ name: 'the bot', node, script: 'src/main.ts', env, logFile, flags: heap }, stopWithin.bot))

/** @returns {Promise<string>} where it can be seen */
const begin = async ({ node, redisServer }, /** @type {NodeJS.ProcessEnv} */ env, /** @type {string} */ runDir) => {
  const port = portOf(env)
  await expectFreePort(port)
  if (redisServer) env.REDIS_URL = await launchRedis(redisServer, runDir)
  if (given(env, 'BOT_TOKEN')) {
    await launchBot(node, liveBotEnv(env))
    return ''
  }
  await launchSimulator(node, simulatorEnv(env, port))
  await launchBot(node, demoBotEnv(env, port), logOf('bot'))
  return `: http://localhost:${port}`
}

const tooSlow = async () => {
  await sleep(startWithin)
  throw new Refusal(`Qujat was not ready within ${startWithin / 1000} seconds; the reason may be in data/log.`)
}

const untilDeath = async () => {
  const { name, code, tail } = await family.died
  say([`${name} stopped by itself (code ${code}). Its last words:`, ...tail].join('\n'))
  return code || 1
}

const serve = async (/** @type {NodeJS.ProcessEnv} */ env, /** @type {string} */ runDir) => {
  const tools = setUp({ redis: !given(env, 'REDIS_URL') }) // before signals are caught: it may simply be killed
  const end = Promise.race([whenAskedToStop(), untilDeath()])
  const began = begin(tools, env, runDir).then((where) => ({ where }))
  const first = await Promise.race([end, began, tooSlow()])
  if (typeof first === 'number') return first
  say(`Qujat is ready${first.where} — Ctrl+C stops`)
  return end
}

await run(async () => {
  const env = readEnv()
  mkdirSync(join(dataDir, 'log'), { recursive: true, mode: 0o700 })
  const runDir = ensureRunDir(join(dataDir, 'redis'))
  const release = await beOnlyOne(join(runDir, 'launcher.sock'))
  try {
    return await serve(env, runDir)
  } finally {
    await family.stop()
    release()
  }
})
process.exit() // a beginning that was given up may still hold a timer
