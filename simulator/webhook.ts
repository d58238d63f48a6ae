/** Brings updates to the bot's address: in order per chat, presses apart per person, again after a failure. */
import type { Update } from '@grammyjs/types'
import type { Dispatch } from './dispatch.ts'
import { takeFaults } from './faults.ts'
import type { Inbox } from './updates.ts'
import type { Pending, World } from './world.ts'

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 60_000
const PATIENCE = 60_000

/** Starts delivering whenever a webhook is set; returns the way to stop. */
export function createCourier(world: World, inbox: Inbox, dispatch: Dispatch): { stop(): void } {
  const busy = new Set<string>()
  const pauses = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  async function post(update: Update): Promise<void> {
    const { hook } = world.state
    if (!hook) throw new Error('no webhook')
    for (const fault of takeFaults(world.faults, 'webhook', {})) {
      if (fault.delay)
        await new Promise((resolve) => {
          setTimeout(resolve, fault.delay)
        })
      if (fault.error_code || fault.cut) throw new Error('Connection reset by peer')
    }
    const response = await fetch(hook.url, {
      method: 'POST',
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(world.clock.real(PATIENCE)),
      headers: { 'content-type': 'application/json', ...(hook.secret ? { 'x-telegram-bot-api-secret-token': hook.secret } : {}) },
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`)
    await reply(text)
  }

  /** A method call in the answer's body is made; its result is told to nobody. */
  async function reply(text: string): Promise<void> {
    if (!text.trimStart().startsWith('{')) return
    try {
      const { method, ...params } = JSON.parse(text) as { method?: string }
      if (method) await dispatch(method, { params, uploads: {} }, new AbortController().signal)
    } catch {
      /* an answer that is no call is ignored */
    }
  }

  async function deliver(pending: Pending): Promise<void> {
    try {
      await post(pending.update)
      world.state.pending = world.state.pending.filter((one) => one !== pending)
      pauses.delete(pending.lane)
      busy.delete(pending.lane)
      look()
    } catch (error) {
      if (world.state.hook) world.state.hook.lastError = { date: world.clock.seconds(), message: error instanceof Error ? reason(error) : 'unknown' }
      const pause = Math.min(LONGEST_PAUSE, (pauses.get(pending.lane) ?? FIRST_PAUSE / 2) * 2)
      pauses.set(pending.lane, pause)
      const timer = setTimeout(() => {
        timers.delete(timer)
        busy.delete(pending.lane)
        look()
      }, world.clock.real(pause))
      timers.add(timer)
    }
  }

  function look(): void {
    if (stopped || !world.state.hook) return
    inbox.expire()
    for (const pending of world.state.pending) {
      if (busy.size >= world.state.hook.max) return
      if (busy.has(pending.lane)) continue
      busy.add(pending.lane)
      void deliver(pending)
    }
  }

  world.events.on('update', look)
  world.events.on('hook', look)
  look()
  return {
    stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      world.events.off('update', look)
      world.events.off('hook', look)
    },
  }
}

function reason(error: Error): string {
  const cause = error.cause as { code?: string } | undefined
  if (cause?.code === 'ECONNREFUSED') return 'Connection refused'
  if (error.name === 'TimeoutError') return 'Read timeout expired'
  return error.message
}
