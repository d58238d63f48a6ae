import type { Case, Consent } from '../../domain/case/case.ts'
import { staffCode } from '../../domain/dossier/event.ts'
import { changeCase } from '../change.ts'
import { speakerOf } from '../dossier/speaker.ts'
import type { Actor, Desk } from './desk.ts'

export type GuardianDone = { ok: true; told: boolean } | { ok: false; reason: 'gone' | 'not-paused' }

/** The representative's consent lies on paper at the centre: no text of ours was shown, so no hash of it. */
const guardianConsent = (found: Case, actor: Actor, at: number): Consent =>
  ({ version: 'guardian', hash: 'on-paper', lang: found.lang, at, account: actor.id, name: null, withdrawnAt: null })

async function tell(desk: Desk, found: Case): Promise<boolean> {
  const speaker = speakerOf(desk, found.lang)
  const buttons = [[{ text: speaker.say('decision.goOn'), data: `s:${found.id}` }]]
  const sent = await desk.messenger.say(found.account, { html: desk.words.in(found.lang)('decision.guardian'), buttons })
  return sent.ok
}

/**
 * Records that the consent of the representative of a person under 18 was received, and lets the interview go on.
 * `key` is the case's number, or the code the candidate was shown.
 */
export async function recordGuardian(desk: Desk, request: { key: string; update: number | null; actor: Actor }): Promise<GuardianDone> {
  const known = (await desk.store.byNumber(request.key)) ?? (/^[a-z0-9]{1,16}$/.test(request.key) ? await desk.store.load(request.key) : null)
  if (!known) return { ok: false, reason: 'gone' }
  const done = await changeCase<boolean>(desk, known.id, request.update, (found) => {
    if (found.status !== 'paused') return { save: null, result: false }
    const consent = guardianConsent(found, request.actor, Math.floor(desk.clock.now() / 1000))
    const secret = { ...found.secret, consents: [...found.secret.consents, consent] }
    return { save: { ...found, status: 'interview', secret }, result: true, audit: [{ who: staffCode(request.actor.id), what: 'guardian' }] }
  })
  if (!done) return { ok: false, reason: 'gone' }
  return done.result ? { ok: true, told: await tell(desk, done.case) } : { ok: false, reason: 'not-paused' }
}
