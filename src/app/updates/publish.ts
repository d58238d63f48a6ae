import { localDay } from '../../lib/local-day.ts'
import { isDaytime } from '../../domain/review/reminders.ts'
import type { VersionRecord } from '../ports.ts'
import { type Desk, managerLang } from '../review/desk.ts'
import { followCatalogue } from './follow-catalogue.ts'
import { differenceOf, loadProposal, plannedProposals, type Proposal, savePlanned, saveProposal, takeProposal } from './proposal.ts'

export type Published = { ok: true; record: VersionRecord } | { ok: false; reason: 'gone' | 'moved' | 'same' | 'mistakes' }

/** Publishes what lies over version `base`; when another version came between, nothing happens and the difference is to be shown anew. */
async function publishOver(desk: Desk, proposal: Proposal, { base, by }: { base: number | null; by: number }): Promise<Published> {
  const found = await differenceOf(desk, proposal)
  if (!found.ok) return { ok: false, reason: 'mistakes' }
  if (base !== null && found.base !== base) return { ok: false, reason: 'moved' }
  if (found.changes.length === 0) return { ok: false, reason: 'same' }
  const record: VersionRecord = { n: found.base + 1, hash: await desk.versions.keep(found.files), at: desk.clock.now(), by, what: proposal.what, of: proposal.of }
  if ((await desk.versions.publish(record, found.base)) === 'conflict') return { ok: false, reason: 'moved' }
  await followCatalogue(desk)
  desk.log.info({ version: record.n, by }, 'a version of the catalogue was published')
  return { ok: true, record }
}

export async function publishProposal(desk: Desk, { id, base, by }: { id: string; base: number; by: number }): Promise<Published> {
  const proposal = await loadProposal(desk, id)
  if (!proposal || proposal.day !== null) return { ok: false, reason: 'gone' }
  const done = await publishOver(desk, proposal, { base, by })
  if (done.ok) await takeProposal(desk, id)
  return done
}

/** Puts a proposal off to a day ('YYYY-MM-DD'). */
export async function putOff(desk: Desk, id: string, day: string): Promise<boolean> {
  const proposal = await loadProposal(desk, id)
  if (!proposal || proposal.day !== null) return false
  const planned = await plannedProposals(desk)
  await savePlanned(desk, [...planned, { ...proposal, day }])
  await takeProposal(desk, id)
  return true
}

/** Takes a planned proposal back; it can be published or put off again. */
export async function unplan(desk: Desk, id: string): Promise<Proposal | null> {
  const planned = await plannedProposals(desk)
  const proposal = planned.find((each) => each.id === id)
  if (!proposal) return null
  const back = { ...proposal, day: null }
  await saveProposal(desk, back)
  await savePlanned(desk, planned.filter((each) => each.id !== id))
  return back
}

/** Publishes what was put off until today, in daytime. What cannot be published any more is given back to its manager, with the reason. */
export async function publishDue(desk: Desk): Promise<void> {
  const planned = await plannedProposals(desk)
  const { from, to } = desk.centre.reminders
  const today = localDay(desk.clock.now(), desk.centre.timeZone)
  if (planned.length === 0 || !isDaytime(desk.clock.now(), { timeZone: desk.centre.timeZone, from, to })) return
  for (const proposal of planned.filter(({ day }) => day !== null && day <= today)) {
    const done = await publishOver(desk, proposal, { base: null, by: proposal.by })
    if (!done.ok && done.reason === 'moved') continue
    await savePlanned(desk, (await plannedProposals(desk)).filter(({ id }) => id !== proposal.id))
    const t = desk.words.in(await managerLang(desk, proposal.by))
    await desk.messenger.say(proposal.by, { html: done.ok ? t('updates.published', { version: done.record.n }) : t(`updates.refused.${done.reason}`) })
  }
}
