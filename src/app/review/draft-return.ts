import type { Case } from '../../domain/case/case.ts'
import type { ReviewDraft } from '../../domain/review/draft.ts'
import { type DraftEdit, editDraft, newDraft } from '../../domain/review/edit-draft.ts'
import { type Refusal, refuseDecision } from '../../domain/review/permission.ts'
import { returnable } from '../../domain/review/decide.ts'
import { judgedOf } from '../app.ts'
import { type Desk, GONE, pressedBy, type Request } from './desk.ts'

/** A decision being prepared, with its case; the draft lies beside the case and changes no revision. */
export type Drafted = { ok: true; case: Case; draft: ReviewDraft } | Refusal

const own = (draft: ReviewDraft | null, found: Case): draft is ReviewDraft =>
  draft !== null && draft.round === found.round && draft.reviewer === found.reviewer

/** Opens the preparation of a return, or the one begun before. Only for whoever has the case. */
export async function openDraft(desk: Desk, request: Request): Promise<Drafted> {
  const found = await desk.store.load(request.id)
  if (!found) return GONE
  const refusal = refuseDecision(found, pressedBy(request))
  if (refusal) return refusal
  const kept = await desk.store.draft(found.id)
  const draft = own(kept, found) ? kept : newDraft(found.round, request.actor.id)
  await desk.store.saveDraft(found.id, draft)
  return { ok: true, case: found, draft }
}

/** Changes the draft: an item toggled, a reason, the note asked for. */
export async function changeDraft(desk: Desk, request: Request, edit: DraftEdit): Promise<Drafted> {
  const opened = await openDraft(desk, request)
  if (!opened.ok) return opened
  const known = edit.kind !== 'item' || returnable(judgedOf(desk, opened.case).items).some(({ item }) => item.id === edit.item)
  if (!known) return { ok: false, reason: 'stale', by: null }
  const draft = editDraft(opened.draft, edit)
  await desk.store.saveDraft(opened.case.id, draft)
  return { ...opened, draft }
}

/** Remembers which message shows the draft: the note, written elsewhere, is shown on it too. */
export async function showDraftOn(desk: Desk, drafted: Extract<Drafted, { ok: true }>, message: number): Promise<void> {
  await desk.store.saveDraft(drafted.case.id, { ...drafted.draft, message })
}

/** Nothing is returned after all. */
export async function dropDraft(desk: Desk, request: Request): Promise<{ ok: true } | Refusal> {
  const opened = await openDraft(desk, request)
  if (opened.ok) await desk.store.saveDraft(request.id, null)
  return opened.ok ? { ok: true } : opened
}
