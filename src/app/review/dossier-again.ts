import { staffCode } from '../../domain/dossier/event.ts'
import { refuseDecision } from '../../domain/review/permission.ts'
import { changeCase } from '../change.ts'
import { type Desk, type Done, GONE, pressedBy, type Request } from './desk.ts'

/** Sends the dossier to its reviewer once more. Recorded: whoever gets a person's papers must be known. */
export async function dossierAgain(desk: Desk, request: Request): Promise<Done> {
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    const refusal = refuseDecision(found, pressedBy(request))
    if (refusal) return { save: null, result: refusal }
    return {
      save: found, result: { ok: true }, audit: [{ who: staffCode(request.actor.id), what: `dossier-again.${found.round}` }],
      effects: [{ kind: 'handover', case: found.id, reviewer: request.actor.id, round: found.round }, { kind: 'card', case: found.id }],
    }
  })
  return done?.result ?? GONE
}
