/** A local stand-in for Telegram's Bot API, with a page to talk to the bot in a browser. Never part of production. */
import { EventEmitter } from 'node:events'
import { createServer } from 'node:http'
import path from 'node:path'
import { createClock } from './clock.ts'
import { createControl } from './control.ts'
import { createDeeds } from './deeds.ts'
import { createDispatch } from './dispatch.ts'
import { createFiles } from './files.ts'
import { createFlood, limitSettings, type LimitOption } from './flood.ts'
import { createOperations, type Operations } from './operations.ts'
import { keep, readSnapshot } from './persist.ts'
import { SEEDS } from './seeds.ts'
import { createRouter } from './server.ts'
import { createInbox } from './updates.ts'
import { createCourier } from './webhook.ts'
import { addPerson, emptyState, type PersonSeed, type World } from './world.ts'

export type { Fault } from './faults.ts'
export type { LimitOption } from './flood.ts'
export type { Operations } from './operations.ts'
export type { PersonSeed } from './world.ts'

/** How the stand-in shall be; everything has a default. */
export interface SimulatorOptions {
  port?: number
  host?: string
  token?: string
  botUsername?: string
  /** Flood limits: the platform's by default. */
  limits?: LimitOption
  /** Simulated seconds in a real one. */
  speed?: number
  /** Keeps chats and files there. */
  dataDir?: string
  staff?: { chatId?: number; title?: string }
  /** Who is there; a few invented people by default. */
  persons?: PersonSeed[]
  /** Milliseconds in which a press can be answered. */
  callbackLifeMs?: number
}

/** A running stand-in: where it listens and everything it can be told. */
export interface Simulator extends Operations {
  url: string
  apiRoot: string
  token: string
  port: number
  readonly staffChatId: number
  stop(): Promise<void>
}

/** The token when none is given; a made-up one. */
export const DEFAULT_TOKEN = '7000000001:SIMULATOR-token-for-trying-out-0001'

/** Starts listening. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const token = options.token ?? DEFAULT_TOKEN
  const persons = options.persons ?? SEEDS
  const files = createFiles(options.dataDir && path.join(options.dataDir, 'files'))
  const before = options.dataDir ? readSnapshot(options.dataDir) : null
  const state =
    before?.state ??
    emptyState({ token, ...(options.botUsername ? { botUsername: options.botUsername } : {}), ...(options.staff ? { staff: options.staff } : {}) })
  if (before) files.load(before.files)
  const events = new EventEmitter().setMaxListeners(0)
  const world: World = {
    state,
    files,
    token,
    events,
    clock: createClock(options.speed),
    log: [],
    faults: [],
    limits: limitSettings(options.limits),
    callbackLifeMs: options.callbackLifeMs ?? 150_000,
    changed(kind, chat, data) {
      const seq = ++state.seq
      // told a moment later, when whoever changed something has finished
      queueMicrotask(() => events.emit('change', { seq, kind, ...(chat === undefined ? {} : { chat }), ...(data === undefined ? {} : { data }) }))
      return seq
    },
  }
  if (!before) for (const seed of persons) addPerson(world, seed)
  const inbox = createInbox(world)
  const flood = createFlood(world.clock)
  const dispatch = createDispatch(world, inbox, flood)
  const deeds = createDeeds(world, inbox)
  const operations = createOperations(world, inbox, flood, deeds, persons)
  const courier = createCourier(world, inbox, dispatch)
  const keeper = options.dataDir ? keep(world, options.dataDir) : null
  const server = createServer(createRouter({ world, dispatch, control: createControl(operations, world) }))
  // Node would cut idle connections after five seconds and race with the client's keep-alive
  server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const shown = !options.host || options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host
  const url = `http://${shown}:${port}`
  return {
    ...operations,
    url,
    apiRoot: url,
    token,
    port,
    get staffChatId() {
      return state.staffChatId
    },
    async stop() {
      courier.stop()
      inbox.interrupt()
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      keeper?.stop()
    },
  }
}
