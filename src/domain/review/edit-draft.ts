import { isReturnReason } from '../case/return-reason.ts'
import { RETURN_REASONS, type ReturnReason, type ReviewDraft } from './draft.ts'

/** What a press on the draft's one message changes. */
export type DraftEdit =
  | { kind: 'item'; item: string }
  | { kind: 'reason'; reason: string }
  | { kind: 'list' }
  | { kind: 'ask'; message: number }
  | { kind: 'note'; text: string }

export const newDraft = (round: number, reviewer: number): ReviewDraft =>
  ({ round, reviewer, message: null, picking: null, returns: {}, note: null, asking: null })

const without = (returns: ReviewDraft['returns'], item: string): ReviewDraft['returns'] =>
  Object.fromEntries(Object.entries(returns).filter(([each]) => each !== item))

function pick(draft: ReviewDraft, item: string): ReviewDraft {
  return item in draft.returns ? { ...draft, picking: null, returns: without(draft.returns, item) } : { ...draft, picking: item }
}

function give(draft: ReviewDraft, reason: string): ReviewDraft {
  if (draft.picking === null || !isReturnReason(reason)) return draft
  return { ...draft, picking: null, returns: { ...draft.returns, [draft.picking]: reason } }
}

/** An item pressed twice is not returned after all; a reason closes the choice. Pure. */
export function editDraft(draft: ReviewDraft, edit: DraftEdit): ReviewDraft {
  if (edit.kind === 'item') return pick(draft, edit.item)
  if (edit.kind === 'reason') return give(draft, edit.reason)
  if (edit.kind === 'ask') return { ...draft, picking: null, asking: edit.message }
  if (edit.kind === 'note') return { ...draft, asking: null, note: edit.text }
  return { ...draft, picking: null, asking: null }
}

/** Reasons that make sense: a paper that never came can only be missing, or something else. */
export const reasonsFor = (pages: number): readonly ReturnReason[] =>
  pages === 0 ? ['missing', 'other'] : RETURN_REASONS.filter((each) => each !== 'missing')
