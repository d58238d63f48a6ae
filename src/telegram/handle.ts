import type { Update } from 'grammy/types'
import type { Early } from './early.ts'
import { causeOf, errorCode, isBlocked, isOurOutage, isOutage } from './outage.ts'

export type HandleOptions = {
  run(update: Update): Promise<void>
  /** Puts aside an update that failed three times, tells the person, marks it as done. */
  park(update: Update, reference: string, code: string): Promise<void>
  done(update: Update): Promise<void>
  /** Tells the person that it takes longer; called once for an update that waits out an outage of ours. */
  delayed(update: Update): Promise<void>
  newId(length: number): string
  early: Pick<Early, 'received' | 'again'>
  log: { warn(fields: object, message: string): void; error(fields: object, message: string): void }
}

/** 'again': nothing is confirmed, the update must come again. */
export type Handle = (update: Update) => Promise<'done' | 'again'>

const TRIES = 3

/** Whose turn an update takes: its chat, or the person for a press without one. */
export const chatOf = (update: Update): number => {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? update.callback_query?.from.id ?? 0
}

/** One update of a chat at a time: the next waits for the one before it. */
function makeTurns(): <T>(key: number, work: () => Promise<T>) => Promise<T> {
  const last = new Map<number, Promise<unknown>>()
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    const settled = turn.catch(() => undefined)
    last.set(key, settled)
    void settled.then(() => { if (last.get(key) === settled) last.delete(key) })
    return turn
  }
}

/**
 * The edge where every error of an update ends. An outage is waited out; a bug gets three tries, then the update is
 * parked for a human and the person is told: never silence, never a loop.
 */
export function makeHandle(options: HandleOptions): Handle {
  const failures = new Map<number, number>()
  const waiting = new Set<number>()
  const turns = makeTurns()
  const failed = async (update: Update, error: unknown): Promise<'done' | 'again'> => {
    options.early.again(update)
    const id = update.update_id
    if (isOutage(error)) {
      options.log.warn({ update: id, code: errorCode(error) }, 'outage, the update will come again')
      if (isOurOutage(error) && !waiting.has(id)) {
        waiting.add(id)
        await options.delayed(update).catch(() => undefined)
      }
      return 'again'
    }
    if (isBlocked(error)) {
      await options.done(update)
      return 'done'
    }
    const count = (failures.get(id) ?? 0) + 1
    failures.set(id, count)
    const reference = options.newId(6)
    options.log.error({ update: id, code: errorCode(causeOf(error)), reference, count }, 'update failed')
    if (count < TRIES) return 'again'
    failures.delete(id)
    await options.park(update, reference, errorCode(error))
    return 'done'
  }
  return (update) => {
    options.early.received(update)
    return turns(chatOf(update), async () => {
      try {
        await options.run(update)
        failures.delete(update.update_id)
        waiting.delete(update.update_id)
        return 'done'
      } catch (error) {
        return failed(update, error).catch(() => 'again' as const)
      }
    })
  }
}
