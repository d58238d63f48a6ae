import { type Fetching, fetchUpload } from './app/documents/fetch.ts'
import { sendReceipt } from './app/documents/receipt.ts'
import { seal } from './app/dossier/seal.ts'
import type { Pack, Render } from './app/dossier/sealing.ts'
import { sendChecklist } from './app/dossier/send-checklist.ts'
import { sendForm } from './app/dossier/send-form.ts'
import { postQuestion } from './app/questions/post-question.ts'
import type { Effect } from './app/ports.ts'
import type { Desk } from './app/review/desk.ts'
import { handover } from './app/review/handover.ts'
import { postCard } from './app/review/post-card.ts'
import { tellDecision } from './app/review/tell-decision.ts'

export type Work = Desk & Fetching & { render: Render; pack: Pack; snapshot(caseId: string): Promise<boolean> }

/** Job name → use case. Each is harmless when it runs twice; `again` is a wait in milliseconds, not a failure. */
export async function runEffect(work: Work, effect: Effect): Promise<'done' | { again: number }> {
  switch (effect.kind) {
    case 'fetch':
      await fetchUpload(work, effect)
      return 'done'
    case 'receipt': return sendReceipt(work, effect)
    case 'card':
      await postCard(work, effect)
      return 'done'
    case 'seal': {
      // A snapshot at every sending and decision: what was sent is in the vault before the dossier is.
      await work.snapshot(effect.case)
      return seal(work, effect)
    }
    case 'handover': return handover(work, effect)
    case 'decision':
      await work.snapshot(effect.case)
      await tellDecision(work, effect)
      return 'done'
    case 'checklist': return sendChecklist(work, effect)
    case 'question': return postQuestion(work, effect)
    case 'form': return sendForm(work, effect)
  }
}
