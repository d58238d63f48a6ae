import type { Case } from '../../domain/case/case.ts'
import { type App, aroundOf, judgedOf } from '../app.ts'
import type { Effect, SaveRequest } from '../ports.ts'
import { sendingStep } from './sending-steps.ts'

/** One topic per applicant: by the IIN's keyed hash where there is one, else by the case itself. */
function applicantOf(app: App, found: Case): string {
  const iin = found.secret.answers['iin']?.v
  return typeof iin === 'string' && iin !== 'no' ? `i-${app.store.fingerprint('iin', iin)}` : `c-${found.id}`
}

/** What was accepted stays accepted; what was returned and not sent again stays returned, and the case incomplete. */
const itemsAfter = (found: Case): Case['items'] =>
  Object.fromEntries(Object.entries(found.items).filter(([item, state]) =>
    state === 'accepted' || !found.secret.uploads.some((each) => each.item === item && each.round === found.round && !each.removed && each.state !== 'refused')))

/**
 * After an answer of the sending: goes on while a question is open, else the case goes to the centre with a number,
 * and everything that must follow is recorded in the same transaction.
 */
export async function submitted(app: App, found: Case): Promise<{ save: Case; audit?: SaveRequest['audit']; effects?: Effect[] }> {
  const around = aroundOf(app, found.secret.answers)
  if (sendingStep(found, judgedOf(app, found).items, around)) return { save: found }
  const number = found.number ?? (await app.store.nextNumber(Number(around.today.slice(0, 4))))
  const sent: Case = {
    ...found, number, status: 'sent', openItem: null, reviewer: null, applicant: applicantOf(app, found),
    sentAt: app.clock.now(), items: itemsAfter(found),
  }
  return {
    save: sent,
    audit: [{ who: 'candidate', what: `sent.${found.round}` }],
    effects: [
      { kind: 'card', case: found.id },
      { kind: 'seal', case: found.id, round: found.round },
      { kind: 'checklist', case: found.id, round: found.round },
    ],
  }
}
