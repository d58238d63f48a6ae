import { type Fetching, fetchUpload } from './app/documents/fetch.ts'
import { showPage } from './app/documents/show-page.ts'
import { sendReceipt } from './app/documents/receipt.ts'
import { seal } from './app/dossier/seal.ts'
import type { Clean, Pack, Render } from './app/dossier/sealing.ts'
import { sendChecklist, sendList } from './app/dossier/send-checklist.ts'
import { sendForm } from './app/dossier/send-form.ts'
import { postQuestion } from './app/questions/post-question.ts'
import type { Effect, NoticeStore } from './app/ports.ts'
import type { Desk } from './app/review/desk.ts'
import { handover } from './app/review/handover.ts'
import { postCard } from './app/review/post-card.ts'
import { rejudge } from './app/updates/rejudge.ts'
import { tellUpdate } from './app/updates/tell-update.ts'
import { inLane } from './lib/lane.ts'
import { tellNews } from './app/review/tell-news.ts'
import { tellDecision } from './app/review/tell-decision.ts'

export type Work = Desk & Fetching & { render: Render; drawForm: Render; pack: Pack; clean: Clean; snapshot(caseId: string): Promise<boolean>; notices: Pick<NoticeStore, 'place'> }

/** Job name → use case. Each is harmless when it runs twice; `again` is a wait in milliseconds, not a failure. */
export async function runEffect(work: Work, effect: Effect): Promise<'done' | { again: number }> {
  switch (effect.kind) {
    case 'fetch':
      await fetchUpload(work, effect)
      return 'done'
    case 'receipt': return sendReceipt(work, effect)
    case 'page':
      await showPage(work, effect)
      return 'done'
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
    case 'list': return sendList(work, effect)
    case 'news':
      await work.snapshot(effect.case)
      await tellNews(work, effect)
      return 'done'
    case 'rejudge': return rejudge(work, effect)
    case 'update': {
      const wait = await work.notices.place()
      return wait > 0 ? { again: wait } : inLane('notice', () => tellUpdate(work, effect))
    }
    case 'question': return postQuestion(work, effect)
    case 'form': return sendForm(work, effect)
  }
}
