import type { Case } from '../../domain/case/case.ts'
import { sealedNames } from '../../domain/dossier/sealed.ts'
import { decisionsOf } from '../../domain/review/decide.ts'
import { speakerOf } from '../dossier/speaker.ts'
import { decisionMessage } from './decision-message.ts'
import { type Desk, staffLang } from './desk.ts'
import { threadOf } from './topic.ts'

/** A decision that did not reach the candidate must not stay unknown: said in the topic. */
async function tellStaff(desk: Desk, found: Case): Promise<void> {
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const speaker = speakerOf(desk, await staffLang(desk))
  const html = desk.words.in(speaker.lang)('review.notReached', { number: found.number ?? '' })
  await desk.messenger.say(desk.messenger.staffChat(), { html }, threadOf(topic))
}

/** Whether this round's decision still stands: returned and not sent anew, or accepted and not reopened. */
const stands = (found: Case, round: number): boolean =>
  (found.round === round + 1 && (found.status === 'returned' || found.status === 'sending')) ||
  (found.round === round && (found.status === 'accepted' || found.status === 'closed'))

/** The effect `decision`: the candidate hears it once. A mark in the case's vault says that it was told. */
export async function tellDecision(desk: Desk, job: { case: string; round: number }): Promise<void> {
  const found = await desk.store.load(job.case)
  if (!found || found.decidedAt === null || !stands(found, job.round)) return
  const mark = sealedNames.told('decision', found.decidedAt)
  if (await desk.vault.has(job.case, mark)) return
  const sent = await desk.messenger.say(found.account, decisionMessage(desk, found, decisionsOf(found, job.round)))
  await desk.vault.put(job.case, mark, Buffer.from('{}'))
  if (sent.ok) return
  desk.log.warn({ case: job.case, reason: sent.reason }, 'the decision did not reach the candidate')
  await tellStaff(desk, found)
}
