import { isWaiting } from '../../domain/dossier/bundles.ts'
import { staffCode } from '../../domain/dossier/event.ts'
import { accepted, type By } from '../../domain/review/decide.ts'
import { refuseDecision } from '../../domain/review/permission.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import { judgedOf } from '../app.ts'
import type { Speaker } from '../dossier/speaker.ts'
import { changeCase } from '../change.ts'
import { type Actor, type Desk, type Done, GONE, pressedBy, type Request } from './desk.ts'

export function decidedBy(desk: Desk, actor: Actor): By {
  const now = desk.clock.now()
  return { name: actor.name, at: Math.floor(now / 1000), now }
}

const SECOND_PRESS_S = 120

/**
 * What is still open on a case: missing papers and unsettled doubts, in words. A first "accept all" over them only says
 * so; pressed again within two minutes it is meant. Empty when nothing stands against accepting.
 */
export async function openPoints(desk: Desk, request: Request, speaker: Speaker): Promise<string[]> {
  const found = await desk.store.load(request.id)
  if (!found || refuseDecision(found, pressedBy(request))) return []
  const { items } = judgedOf(desk, found)
  const missing = missingItems(items).map((item) => `${speaker.item(item.id)}: ${speaker.say('review.reason.missing')}`)
  const doubtful = items.filter(({ state }) => state === 'doubtful').map(({ item }) => `${speaker.item(item.id)}: ${speaker.say('review.reason.unreadable')}?`)
  const points = [...missing, ...doubtful]
  const note = `accept.${request.id}.${request.revision}.${request.actor.id}`
  if (points.length === 0 || (await desk.store.takeNote(note)) !== null) return []
  await desk.store.saveNote(note, '1', SECOND_PRESS_S)
  return points
}

/** Everything that has pages is accepted, and the candidate hears how to file. Not while pages are still on their way. */
export async function acceptAll(desk: Desk, request: Request): Promise<Done> {
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    const refusal = refuseDecision(found, pressedBy(request))
    if (refusal) return { save: null, result: refusal }
    if (isWaiting(found)) return { save: null, result: { ok: false, reason: 'receiving', by: null } }
    const by = decidedBy(desk, request.actor)
    return {
      save: accepted(found, judgedOf(desk, found).items, by), result: { ok: true },
      audit: [{ who: staffCode(request.actor.id), what: `accepted.${found.round}` }],
      effects: [
        { kind: 'card', case: found.id }, { kind: 'decision', case: found.id, round: found.round },
        { kind: 'seal', case: found.id, round: found.round, accepted: by.at },
      ],
    }
  })
  if (done?.result.ok) await desk.store.saveDraft(request.id, null)
  return done?.result ?? GONE
}
