import type { Case } from '../../domain/case/case.ts'
import { staffCode } from '../../domain/dossier/event.ts'
import { refuseGiveBack, refuseTake } from '../../domain/review/permission.ts'
import { changeCase, type Decided } from '../change.ts'
import { type Actor, type Desk, type Done, GONE, pressedBy, type Request } from './desk.ts'

const taken = (found: Case, actor: Actor): Decided<Done> => ({
  save: { ...found, status: 'review', reviewer: actor.id, secret: { ...found.secret, reviewerName: actor.name } },
  result: { ok: true },
  audit: [{ who: staffCode(actor.id), what: `taken.${found.round}` }],
  effects: [{ kind: 'handover', case: found.id, reviewer: actor.id, round: found.round }, { kind: 'card', case: found.id }],
})

/** Takes a free case, compare-and-set: of two who press at once one gets it, the other hears who. Pressed twice it is taken once. */
export async function takeCase(desk: Desk, request: Request): Promise<Done> {
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    if (found.status === 'review' && found.reviewer === request.actor.id) return { save: null, result: { ok: true } }
    const refusal = refuseTake(found, pressedBy(request))
    return refusal ? { save: null, result: refusal } : taken(found, request.actor)
  })
  return done?.result ?? GONE
}

/** Hands the oldest free case to the one who asks; null when the queue is empty. */
export async function takeNext(desk: Desk, request: { update: number | null; actor: Actor }): Promise<Case | null> {
  for (const id of await desk.store.queue()) {
    const found = await desk.store.load(id)
    if (!found) continue
    const done = await takeCase(desk, { ...request, id, revision: found.stamp })
    if (done.ok) return found
  }
  return null
}

/** Back to the queue, in its old place; a half-made decision goes with it. */
export async function giveBack(desk: Desk, request: Request): Promise<Done> {
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    const refusal = refuseGiveBack(found, pressedBy(request))
    if (refusal) return { save: null, result: refusal }
    return {
      save: { ...found, status: 'sent', reviewer: null, secret: { ...found.secret, reviewerName: null } },
      result: { ok: true },
      audit: [{ who: staffCode(request.actor.id), what: `given-back.${found.round}` }],
      effects: [{ kind: 'card', case: found.id }],
    }
  })
  if (done?.result.ok) await desk.store.saveDraft(request.id, null)
  return done?.result ?? GONE
}
