import type { Case } from '../../domain/case/case.ts'
import { sealingOf } from '../../domain/dossier/sealed.ts'
import { staffCode } from '../../domain/dossier/event.ts'
import { type Refusal, refuseDecision } from '../../domain/review/permission.ts'
import { changeCase } from '../change.ts'
import { type Desk, type Done, GONE, pressedBy, type Request } from './desk.ts'

/** After the acceptance any colleague may ask for the final dossier. */
const mayHave = (found: Case, request: Request): Refusal | null =>
  (found.status === 'accepted' || found.status === 'closed' ? null : refuseDecision(found, pressedBy(request)))

/** Sends the dossier to its reviewer once more. Recorded: whoever gets a person's papers must be known. */
export async function dossierAgain(desk: Desk, request: Request): Promise<Done> {
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    const refusal = mayHave(found, request)
    if (refusal) return { save: null, result: refusal }
    const { accepted } = sealingOf(found)
    return {
      save: found, result: { ok: true }, audit: [{ who: staffCode(request.actor.id), what: `dossier-again.${found.round}` }],
      // A case that an earlier version accepted has no final package yet; where there is one, this does nothing.
      effects: [...(accepted === undefined ? [] : [{ kind: 'seal' as const, case: found.id, round: found.round, accepted }]), { kind: 'handover', case: found.id, reviewer: request.actor.id, round: found.round }, { kind: 'card', case: found.id }],
    }
  })
  return done?.result ?? GONE
}
