/** The bot's inbox: updates wait here until confirmed, for 24 hours, button presses for 150 seconds. */
import type { Update } from '@grammyjs/types'
import { badRequest, conflict } from './errors.ts'
import type { Pending, World } from './world.ts'

const DAY = 86_400_000
/** How long a press waits for the bot. */
export const PRESS_LIFE = 150_000
const NOT_BY_DEFAULT = ['chat_member', 'message_reaction', 'message_reaction_count']

/** Parameters of getUpdates. */
export interface Poll {
  offset?: number
  limit?: number
  timeout?: number
  allowed_updates?: string[]
}

/** The queue. */
export interface Inbox {
  /** Adds an update unless the bot does not want its kind; returns its id or null. */
  push(kind: Exclude<keyof Update, 'update_id'>, payload: unknown, lane: string): number | null
  /** Puts a known update into the queue again under its old id, as after a lost answer. */
  again(update: Update, lane: string): void
  /** getUpdates. */
  poll(poll: Poll, gone: AbortSignal): Promise<Update[]>
  /** Forgets what is too old. */
  expire(): void
  /** Ends a waiting poll: with a conflict when a webhook is set, without when the server stops. */
  interrupt(by?: 'setWebhook'): void
}

/** The queue of a world. */
export function createInbox(world: World): Inbox {
  let waiting: ((reason: Error | null) => void) | null = null
  const { state, clock } = world

  const wanted = (kind: string) => (state.allowed?.length ? state.allowed.includes(kind) : !NOT_BY_DEFAULT.includes(kind))
  const add = (pending: Pending) => {
    state.pending.push(pending)
    world.events.emit('update', pending)
  }
  function expire() {
    const now = clock.now()
    state.pending = state.pending.filter(({ at, update }) => now - at < (update.callback_query ? PRESS_LIFE : DAY))
  }
  function confirm(offset: number) {
    if (offset < 0) state.pending = state.pending.slice(offset)
    else state.pending = state.pending.filter(({ update, again }) => again || update.update_id >= offset)
  }
  function ready(limit: number): Update[] {
    expire()
    const batch = state.pending.slice(0, limit)
    for (const pending of batch) delete pending.again
    return batch.map(({ update }) => update)
  }

  return {
    push(kind, payload, lane) {
      if (!wanted(kind)) return null
      const update = { update_id: ++state.updateId, [kind]: structuredClone(payload) } as Update
      add({ update, at: clock.now(), lane })
      return update.update_id
    },
    again(update, lane) {
      const pending: Pending = { update, at: clock.now(), lane, again: true }
      state.pending.unshift(pending)
      world.events.emit('update', pending)
    },
    async poll({ offset = 0, limit = 100, timeout = 0, allowed_updates: allowed }, gone) {
      if (state.hook) throw conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
      if (limit < 0) throw badRequest('limit must be non-negative')
      waiting?.(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'))
      if (allowed) state.allowed = allowed
      confirm(offset)
      const most = Math.min(100, limit || 100)
      if (timeout > 0 && ready(most).length === 0) await arrival(timeout, gone)
      return ready(most)
    },
    expire,
    interrupt: (by) => waiting?.(by ? conflict(`terminated by ${by} request`) : null),
  }

  function arrival(timeout: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (reason: Error | null) => {
        clearTimeout(timer)
        world.events.off('update', arrived)
        gone.removeEventListener('abort', left)
        if (waiting === done) waiting = null
        if (reason) reject(reason)
        else resolve()
      }
      // an album's parts arrive at once: let them be answered together, as they are by the platform
      const arrived = () => {
        setImmediate(() => done(null))
      }
      const left = () => done(null)
      const timer = setTimeout(() => done(null), clock.real(Math.min(timeout, 50) * 1000))
      waiting = done
      world.events.on('update', arrived)
      gone.addEventListener('abort', left)
    })
  }
}
