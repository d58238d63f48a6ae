/** Flood limits: unpublished and variable on the real platform; these are the figures people meet. */
import type { Clock } from './clock.ts'
import { tooMany } from './errors.ts'
import type { LimitSettings } from './limits.ts'
import type { SimChat } from './world.ts'

/** How limits may be given. */
export type LimitOption = 'telegram' | 'off' | Partial<Omit<LimitSettings, 'on'>>

const TELEGRAM: LimitSettings = { on: true, privatePerSecond: 1, privateBurst: 20, groupPerMinute: 20, overallPerSecond: 30 }

/** The settings meant by the option. */
export function limitSettings(option: LimitOption = 'telegram'): LimitSettings {
  if (option === 'off') return { ...TELEGRAM, on: false }
  return { ...TELEGRAM, ...(option === 'telegram' ? {} : option) }
}

interface Bucket {
  level: number
  at: number
}

/** Counts what the bot sends. In a group edits and topics count as messages do; edits in a private chat only towards the sum of all. */
export interface Flood {
  /** @throws ApiError 429 with the seconds to wait */
  spend(settings: LimitSettings, chat: SimChat, cost: number, what?: 'edit'): void
  clear(): void
}

/** The counters. */
export function createFlood(clock: Clock): Flood {
  const buckets = new Map<string, Bucket>()

  function missing(key: string, perSecond: number, capacity: number, cost: number): number {
    const now = clock.now()
    const bucket = buckets.get(key) ?? { level: capacity, at: now }
    bucket.level = Math.min(capacity, bucket.level + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    buckets.set(key, bucket)
    return Math.min(cost, capacity) > bucket.level ? Math.max(1, Math.ceil((Math.min(cost, capacity) - bucket.level) / perSecond)) : 0
  }
  const windows = new Map<number, number[]>()

  function waitInGroup(id: number, perMinute: number, cost: number): number {
    const now = clock.now()
    const recent = (windows.get(id) ?? []).filter((at) => at > now - 60_000)
    windows.set(id, recent)
    const over = recent.length + Math.min(cost, perMinute) - perMinute
    return over > 0 ? Math.max(1, Math.ceil(((recent[over - 1] ?? now) + 60_000 - now) / 1000)) : 0
  }

  return {
    spend(settings, chat, cost, what) {
      if (!settings.on) return
      const own =
        chat.type === 'private'
          ? what === 'edit'
            ? 0
            : missing(`chat:${chat.id}`, settings.privatePerSecond, settings.privateBurst, cost)
          : waitInGroup(chat.id, settings.groupPerMinute, cost)
      const wait = Math.max(own, missing('all', settings.overallPerSecond, settings.overallPerSecond, cost))
      if (wait > 0) throw tooMany(wait)
      for (const key of what === 'edit' ? ['all'] : ['all', `chat:${chat.id}`]) {
        const bucket = buckets.get(key)
        if (bucket) bucket.level -= cost
      }
      if (chat.type !== 'private') windows.get(chat.id)?.push(...Array.from({ length: cost }, () => clock.now()))
    },
    clear() {
      buckets.clear()
      windows.clear()
    },
  }
}
