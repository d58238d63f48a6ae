import type { Case } from '../case/case.ts'
import type { Status } from '../case/status.ts'

/** Who presses, on which revision of the case. */
export type Pressed = { revision: number; reviewer: number }

/** Why a press changes nothing. `by` is the colleague who has the case. */
export type Refusal = { ok: false; reason: 'stale' | 'taken' | 'not-yours' | 'receiving' | 'nothing' | 'gone'; by: string | null }

const refusal = (reason: Refusal['reason'], found: Case): Refusal => ({ ok: false, reason, by: found.secret.reviewerName })

/** Taking: only a free case, only as it was shown. The loser of a race hears who has it. Null = allowed. */
export function refuseTake(found: Case, pressed: Pressed): Refusal | null {
  if (found.status === 'review') return refusal('taken', found)
  return found.status !== 'sent' || found.stamp !== pressed.revision ? refusal('stale', found) : null
}

/** Deciding: only whoever has the case, only as it was shown. */
export function refuseDecision(found: Case, pressed: Pressed): Refusal | null {
  if (found.status !== 'review') return refusal('stale', found)
  if (found.reviewer !== pressed.reviewer) return refusal('not-yours', found)
  return found.stamp !== pressed.revision ? refusal('stale', found) : null
}

/** Giving back: any colleague may, for a reviewer falls ill; the audit says who did. */
export const refuseGiveBack = (found: Case, pressed: Pressed): Refusal | null =>
  found.status !== 'review' || found.stamp !== pressed.revision ? refusal('stale', found) : null

/** What any colleague may do while the case is in one of these states, on the case as it was shown. */
export const refuseUnless = (states: readonly Status[]) => (found: Case, pressed: Pressed): Refusal | null =>
  !states.includes(found.status) || found.stamp !== pressed.revision ? refusal('stale', found) : null
