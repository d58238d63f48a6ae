import { staffCode } from '../../domain/dossier/event.ts'
import { returnable, returned } from '../../domain/review/decide.ts'
import { refuseDecision } from '../../domain/review/permission.ts'
import { judgedOf } from '../app.ts'
import { changeCase } from '../change.ts'
import { decidedBy } from './accept.ts'
import { type Desk, type Done, GONE, pressedBy, type Request } from './desk.ts'

/** Sends the prepared decision: the drafted items go back, each with its reason; the rest stays accepted. */
export async function returnItems(desk: Desk, request: Request): Promise<Done> {
  const draft = await desk.store.draft(request.id)
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    const refusal = refuseDecision(found, pressedBy(request))
    if (refusal) return { save: null, result: refusal }
    const { items } = judgedOf(desk, found)
    const back = returnable(items).filter(({ item }) => draft?.returns[item.id] !== undefined).map(({ item }) => item.id)
    if (!draft || draft.round !== found.round || draft.reviewer !== request.actor.id || back.length === 0) {
      return { save: null, result: { ok: false, reason: 'nothing', by: null } }
    }
    return {
      save: returned(found, items, { draft, by: decidedBy(desk, request.actor) }), result: { ok: true },
      audit: [{ who: staffCode(request.actor.id), what: `returned.${found.round}` }],
      effects: [{ kind: 'card', case: found.id }, { kind: 'decision', case: found.id, round: found.round }],
    }
  })
  if (done?.result.ok) await desk.store.saveDraft(request.id, null)
  return done?.result ?? GONE
}
