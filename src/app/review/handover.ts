import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case } from '../../domain/case/case.ts'
import { type SealedFile, SealedIndex, sealedNames, sealingOf } from '../../domain/dossier/sealed.ts'
import { deskData } from '../../domain/review/press.ts'
import { isSealed } from '../dossier/seal.ts'
import type { Outcome } from '../dossier/sealing.ts'
import { speakerOf, type Speaker } from '../dossier/speaker.ts'
import type { Sent } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'
import { isByLink, sendLinks } from './send-links.ts'
import { threadOf } from './topic.ts'

type Job = { case: string; reviewer: number; round: number }

const AGAIN_MS = 3000
/** What the platform takes from a bot, with room to spare. */
const MOST_BYTES = 49_000_000

async function sendFile(desk: Desk, job: Job, request: { file: SealedFile; dir: string; caption: string }): Promise<Sent> {
  const { file, dir, caption } = request
  const at = path.join(dir, file.name)
  await desk.vault.getToFile(job.case, file.name, at)
  return desk.messenger.sendFile(job.reviewer, { path: at, name: file.shown, caption }, { protect: true })
}

/** Outlasts the queue's tries and the rest before the sweep's next one. */
const NOTED_S = 1800

const noteOf = (job: Job): string => `handed.${job.case}.${job.round}.${job.reviewer}`

/** Sends what an earlier try broken off by an outage has not sent: nobody gets a file twice for that. Null when it was sent. */
async function sendOnce(desk: Desk, job: Job, part: { name: string; send(): Promise<Sent> }): Promise<Extract<Sent, { ok: false }> | null> {
  const sentBefore = (await desk.store.note(noteOf(job)))?.split(' ') ?? []
  if (sentBefore.includes(part.name)) return null
  const sent = await part.send()
  if (!sent.ok) return sent
  await desk.store.saveNote(noteOf(job), [...sentBefore, part.name].join(' '), NOTED_S)
  return null
}

/** The files one by one, protected from forwarding and saving; the first refusal ends it. */
async function sendAll(desk: Desk, job: Job, request: { files: SealedFile[]; speaker: Speaker; number: string }): Promise<Sent | null> {
  const { files, speaker, number } = request
  const dir = await mkdtemp(path.join(desk.tempDir ?? os.tmpdir(), 'qujat-hand-'))
  try {
    for (const file of files) {
      const caption = desk.words.in(speaker.lang)(`review.handover.${file.part}`, { number })
      const refused = await sendOnce(desk, job, { name: file.name, send: () => sendFile(desk, job, { file, dir, caption }) })
      if (refused) return refused
    }
    // All is there: asked for again, all is sent again.
    await desk.store.takeNote(noteOf(job))
    return null
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function sendHere(desk: Desk, job: Job, request: { html: string; files: SealedFile[]; speaker: Speaker; number: string }): Promise<Sent | null> {
  const refused = await sendOnce(desk, job, { name: 'intro', send: () => desk.messenger.say(job.reviewer, { html: request.html }, { protect: true }) })
  return refused ?? sendAll(desk, job, request)
}

/** The reviewer never opened a private chat with the bot: said in the topic, with the way to do it. */
async function askToStart(desk: Desk, found: Case, speaker: Speaker): Promise<void> {
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const again = deskData({ case: found.id, revision: found.stamp, action: 'dossier' })
  const html = desk.words.in(speaker.lang)('review.handover.refused', { name: found.secret.reviewerName ?? '', number: found.number ?? '' })
  const buttons = [
    [{ text: speaker.say('review.button.start'), url: `https://t.me/${desk.messenger.botName()}?start=staff` }],
    [{ text: speaker.say('review.button.dossier'), data: again }],
  ]
  await desk.messenger.say(desk.messenger.staffChat(), { html, buttons }, threadOf(topic))
}

/** Whoever has the case now; once it is decided for good, whoever of the staff asked. */
const mayGet = (found: Case, job: Job): boolean =>
  found.round === job.round && (found.status === 'accepted' || found.status === 'closed' || (found.status === 'review' && found.reviewer === job.reviewer))

/**
 * The effect `handover`: the sealed package into the reviewer's private chat, protected. Waits until it is sealed.
 * A case that was decided or given back meanwhile is handed to nobody.
 * With the profile's `dossierDelivery: link` the files never leave the centre's host: the chat gets one-time links.
 */
export async function handover(desk: Desk, job: Job): Promise<Outcome> {
  const found = await desk.store.load(job.case)
  if (!found || !mayGet(found, job)) return 'done'
  const sealing = sealingOf(found)
  if (!(await isSealed(desk, { case: job.case, ...sealing }))) return { again: AGAIN_MS }
  const index = SealedIndex.parse(JSON.parse(Buffer.from(await desk.vault.get(job.case, sealedNames.index(sealing))).toString('utf8')))
  const speaker = speakerOf(desk, await staffLang(desk))
  const files = index.files.filter(({ size }) => size < MOST_BYTES)
  const html = [desk.words.in(speaker.lang)('review.handover.intro', { number: index.number }),
    ...(index.beyond ? [desk.words.in(speaker.lang)('review.handover.beyond', { number: index.number })] : []),
    ...(files.length < index.files.length ? [desk.words.in(speaker.lang)('review.handover.tooLarge')] : [])].join('\n\n')
  const refused = isByLink(desk)
    ? await sendLinks(desk, job, { index, speaker })
    : await sendHere(desk, job, { html, files, speaker, number: index.number })
  if (!refused || refused.ok) return 'done'
  desk.log.warn({ case: job.case, reason: refused.reason }, 'the dossier was not delivered')
  await askToStart(desk, found, speaker)
  return 'done'
}
