import { setTimeout as sleep } from 'node:timers/promises'
import { HttpError, type Transformer } from 'grammy'
import { laneNow } from '../lib/lane.ts'

/** Longer waits are not sat out here: an update comes again, a job is put off. */
const LONGEST_WAIT_S = 3
const TRIES = 3

/** The connection was refused or the name not found: nothing reached the platform, so asking again cannot send twice. */
const neverLeft = (error: unknown): boolean => {
  const inner = error instanceof HttpError ? error.error : error
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : ''
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)
}

/** Waits as long as the platform says and asks again; longer waits are left to the queue or to the update's return. */
export const patient: Transformer = async (prev, method, payload, signal) => {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await prev(method, payload, signal)
      const wait = answer.ok ? undefined : answer.parameters?.retry_after
      // A notice never waits here: all its senders wait together.
      if (wait === undefined || wait > LONGEST_WAIT_S || attempt === TRIES || laneNow() === 'notice') return answer
      await sleep(wait * 1000 + Math.random() * 250)
    } catch (error) {
      if (!neverLeft(error) || attempt === TRIES || method === 'getUpdates') throw error
      await sleep(attempt * 300)
    }
  }
}
