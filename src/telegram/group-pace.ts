import { setTimeout as sleep } from 'node:timers/promises'
import type { Transformer } from 'grammy'
import { type Lane, laneNow } from '../lib/lane.ts'

/** Telegram lets a bot do twenty things a minute in one group; edits and topics count like messages. */
const WINDOW_MS = 60_500
/** Cards leave some of the minute to people who press and write; what nobody waits for leaves some to the cards. */
const LIMITS: Record<Lane, number> = { reply: 20, card: 17, job: 14, notice: 12 }
/** How long a reply waits here for its place; longer, and the update comes again. */
const LONGEST_MS = 25_000

const COUNTED = /^(send|copy|forward|editMessage|createForumTopic|editForumTopic|closeForumTopic|reopenForumTopic)/
const FREE = new Set(['sendChatAction'])

export type GroupPaceOptions = {
  group(): number
  now(): number
  /** Keep the limit from the first call on; else only after it was met: a server of one's own may have other limits. */
  strict: boolean
  /** Milliseconds in which twenty may go. */
  windowMs?: number | undefined
  pace: {
    take(what: { name: string; now: number; windowMs: number; limit: number; strict: boolean }): Promise<number>
    pause(what: { name: string; now: number; ms: number }): Promise<void>
  }
}

const tooMany = (ms: number) => ({ ok: false as const, error_code: 429, description: 'Too Many Requests: waiting for a place', parameters: { retry_after: Math.max(1, Math.ceil(ms / 1000)) } })

/**
 * Keeps the staff group's limit over all processes before Telegram has to say no. A reply waits for its place; a job is
 * told to come again, as by Telegram itself, and is put off by its queue.
 */
export function makeGroupPace({ group, now, pace, strict, windowMs = WINDOW_MS }: GroupPaceOptions): Transformer {
  const place = async (): Promise<number> => {
    const lane = laneNow()
    const started = performance.now()
    for (;;) {
      const wait = await pace.take({ name: String(group()), now: now(), windowMs, limit: LIMITS[lane], strict })
      if (wait === 0 || lane !== 'reply' || performance.now() - started > LONGEST_MS) return wait
      await sleep(Math.min(wait, 500))
    }
  }
  return async (prev, method, payload, signal) => {
    const chat = (payload as { chat_id?: unknown }).chat_id
    if (String(chat) !== String(group()) || !COUNTED.test(method) || FREE.has(method)) return prev(method, payload, signal)
    const wait = await place()
    if (wait > 0) return tooMany(wait) as never
    const answer = await prev(method, payload, signal)
    const asked = answer.ok ? undefined : answer.parameters?.retry_after
    if (asked !== undefined) await pace.pause({ name: String(group()), now: now(), ms: asked * 1000 })
    return answer
  }
}
