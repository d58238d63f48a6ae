import type { Case } from '../../domain/case/case.ts'
import { editDraft } from '../../domain/review/edit-draft.ts'
import type { Actor, Desk } from './desk.ts'
import type { Drafted } from './draft-return.ts'

export const LONGEST_NOTE = 1000

/** What a member of the staff wrote in the group; `repliedNumber` is the case number in the message it replies to. */
export type Written = { actor: Actor; thread: number | null; repliedNumber: string | null; text: string }

async function casesNear(desk: Desk, written: Written): Promise<Case[]> {
  const replied = written.repliedNumber === null ? null : await desk.store.byNumber(written.repliedNumber)
  if (replied) return [replied]
  const applicant = written.thread === null ? null : await desk.store.applicantOfTopic(written.thread)
  const ids = applicant === null ? [] : await desk.store.casesOf(applicant)
  const found = await Promise.all(ids.map((id) => desk.store.load(id)))
  return found.filter((each) => each !== null)
}

/**
 * Takes the reviewer's words as the note of a decision, when one of the cases at hand waits for it. Null: nobody waits,
 * the words stay inside. 'long': too long to be the note.
 */
export async function keepNote(desk: Desk, written: Written): Promise<Extract<Drafted, { ok: true }> | 'long' | null> {
  for (const found of await casesNear(desk, written)) {
    const draft = found.status === 'review' && found.reviewer === written.actor.id ? await desk.store.draft(found.id) : null
    if (!draft || draft.round !== found.round || (draft.asking ?? null) === null) continue
    if (written.text.length > LONGEST_NOTE) return 'long'
    const noted = editDraft(draft, { kind: 'note', text: written.text.trim() })
    await desk.store.saveDraft(found.id, noted)
    return { ok: true, case: found, draft: noted }
  }
  return null
}
