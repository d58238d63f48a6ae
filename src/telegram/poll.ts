import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { chatOf, type Handle } from './handle.ts'
import { errorCode } from './outage.ts'

export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'] as const

export type Poll = { start(): Promise<void>; stop(): Promise<void> }
type PollOptions = { api: Api; handle: Handle; /** An update is here, though its turn may be later. */ received(update: Update): void; log: { warn(fields: object, message: string): void } }

const LONG_POLL_S = 25
const LONGEST_PAUSE_MS = 15_000
/** While a chat is stuck Telegram answers at once with what it still holds. */
const STUCK_PAUSE_MS = 400

/**
 * Long polling that confirms an update only when its effects are in Redis: Telegram is the inbox. Every chat has a lane
 * of its own, so that one person's trouble keeps nobody else waiting; confirmed is only what lies before the oldest
 * unfinished update. grammY's own loop confirms on stop what is still in work, its runner even before handling.
 */
export function makePoll({ api, handle, received, log }: PollOptions): Poll {
  const stopping = new AbortController()
  const lanes = new Map<number, Promise<void>>()
  /** Taken from Telegram and not yet confirmed; true when done. */
  const taken = new Map<number, boolean>()
  let offset = 0
  let loop: Promise<void> = Promise.resolve()
  const pause = (ms: number): Promise<unknown> => sleep(ms, null, { signal: stopping.signal }).catch(() => null)

  const work = async (update: Update): Promise<void> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt++) {
      if ((await handle(update)) === 'done') {
        taken.set(update.update_id, true)
        return
      }
      await pause(Math.min(attempt * 500, LONGEST_PAUSE_MS))
    }
  }

  const queue = (update: Update): void => {
    const chat = chatOf(update)
    received(update)
    taken.set(update.update_id, false)
    const lane = (lanes.get(chat) ?? Promise.resolve()).then(() => work(update))
    lanes.set(chat, lane)
    void lane.then(() => { if (lanes.get(chat) === lane) lanes.delete(chat) })
  }

  /** Ids restart at random after a quiet week, so order is taken from Telegram's own answer, which a Map keeps. */
  const advance = (): void => {
    for (const [id, done] of taken) {
      if (!done) return
      taken.delete(id)
      offset = id + 1
    }
  }

  const once = async (): Promise<void> => {
    const stuck = taken.size > 0
    const updates = await api.getUpdates({ offset, timeout: stuck ? 0 : LONG_POLL_S, allowed_updates: ALLOWED_UPDATES }, stopping.signal as never)
    const fresh = updates.filter((update) => !taken.has(update.update_id))
    fresh.forEach(queue)
    // Most updates are done in a moment; whoever is not must not hold up the next round.
    await Promise.race([Promise.all(lanes.values()), pause(fresh.length > 0 ? 50 : STUCK_PAUSE_MS)])
    advance()
  }

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        await once()
        failures = 0
      } catch (error) {
        if (stopping.signal.aborted) return
        failures++
        log.warn({ code: errorCode(error) }, 'no updates from Telegram')
        await pause(Math.min(failures * 1000, LONGEST_PAUSE_MS))
      }
    }
  }

  return {
    async start() {
      await api.deleteWebhook().catch((error: unknown) => log.warn({ code: errorCode(error) }, 'the webhook could not be removed'))
      loop = run()
    },
    async stop() {
      stopping.abort()
      await loop
      await Promise.all(lanes.values())
      advance()
      // Confirms what is done, so that it need not come again.
      if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES }).catch(() => null)
    },
  }
}
