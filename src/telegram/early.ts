import type { Update } from 'grammy/types'

/** Milliseconds of a clock that only goes forward. */
export type Early = {
  /** The update is here; the first time counts. */
  received(update: Update): void
  /** The update comes again after a failure: what was said since may have been read. */
  again(update: Update): void
  /** Something goes out to this chat in answer to an update; the first time counts, over all its tries. */
  said(chat: number, to: Update): void
  /** The message was sent before its writer could see anything of what the bot said to the one before. */
  isEarly(update: Update, chat: number): boolean
}

const MOST_CHATS = 10_000

/**
 * Several short messages in a row: the second one was typed before the answer to the first could be read, so it cannot
 * be meant for the question that answer asked. Known only within a process, and only where updates come before their
 * turn; a webhook brings one of a chat at a time.
 */
export function makeEarly(now: () => number): Early {
  const came = new WeakMap<Update, number>()
  const spoke = new Map<number, { to: number; at: number }>()
  // What waits at the start may answer what the process before showed: nothing is known of it until this one has spoken.
  let begun = false
  return {
    received: (update) => { if (begun && !came.has(update)) came.set(update, now()) },
    again: (update) => { came.set(update, now()) },
    said(chat, { update_id: to }) {
      begun = true
      if (spoke.get(chat)?.to === to) return
      spoke.delete(chat)
      spoke.set(chat, { to, at: now() })
      const oldest = spoke.size > MOST_CHATS ? spoke.keys().next().value : undefined
      if (oldest !== undefined) spoke.delete(oldest)
    },
    isEarly: (update, chat) => (came.get(update) ?? Number.POSITIVE_INFINITY) < (spoke.get(chat)?.at ?? 0),
  }
}
