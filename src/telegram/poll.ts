import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Handle } from './handle.ts'
import { errorCode } from './outage.ts'

export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'] as const

export type Poll = { start(): Promise<void>; stop(): Promise<void> }
type PollOptions = { api: Api; handle: Handle; log: { warn(fields: object, message: string): void } }

const LONG_POLL_S = 25
const LONGEST_PAUSE_MS = 15_000

function byChat(updates: Update[]): Update[][] {
  const groups = new Map<number, Update[]>()
  for (const update of updates) {
    const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id ?? update.my_chat_member?.chat.id ?? 0
    groups.set(chat, [...(groups.get(chat) ?? []), update])
  }
  return [...groups.values()]
}

/**
 * Long polling that confirms an update only when its effects are in Redis: Telegram is the inbox. grammY's own loop
 * confirms on stop what is still in work, its runner even before handling.
 */
export function makePoll({ api, handle, log }: PollOptions): Poll {
  const stopping = new AbortController()
  let offset = 0
  let loop: Promise<void> = Promise.resolve()
  const pause = (ms: number): Promise<unknown> => sleep(ms, null, { signal: stopping.signal }).catch(() => null)

  const inOrder = async (updates: Update[]): Promise<boolean> => {
    for (const update of updates) {
      for (let attempt = 1; (await handle(update)) === 'again'; attempt++) {
        if (stopping.signal.aborted) return false
        await pause(Math.min(attempt * 500, LONGEST_PAUSE_MS))
      }
    }
    return true
  }

  const once = async (): Promise<void> => {
    const updates = await api.getUpdates({ offset, timeout: LONG_POLL_S, allowed_updates: ALLOWED_UPDATES }, stopping.signal as never)
    const done = await Promise.all(byChat(updates).map(inOrder))
    const last = updates.at(-1)
    if (last && done.every(Boolean)) offset = last.update_id + 1
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
      // Confirms what is done, so that it need not come again.
      if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES }).catch(() => null)
    },
  }
}
