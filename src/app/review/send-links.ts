import { createHash } from 'node:crypto'
import type { SealedIndex } from '../../domain/dossier/sealed.ts'
import type { Speaker } from '../dossier/speaker.ts'
import type { Button, Sent } from '../ports.ts'
import type { Desk } from './desk.ts'

const TEN_MINUTES_S = 600
const TOKEN_LENGTH = 40

/** Redis knows a link only by its hash: a look into it opens nothing. */
export const linkNote = (token: string): string => `link.${createHash('sha256').update(token).digest('hex')}`

/** The profile wants links, and this process can be reached from outside. */
export const isByLink = (desk: Desk): boolean => desk.centre.dossierDelivery === 'link' && desk.publicUrl !== null

/** One link a file: ten minutes, one opening. The token is the only key, so it is long and lies nowhere but here. */
export async function sendLinks(desk: Desk, job: { case: string; reviewer: number }, request: { index: SealedIndex; speaker: Speaker }): Promise<Sent> {
  const { index, speaker } = request
  const buttons: Button[][] = []
  for (const file of index.files) {
    const token = desk.newId(TOKEN_LENGTH)
    await desk.store.saveNote(linkNote(token), JSON.stringify({ case: job.case, name: file.name, shown: file.shown, reviewer: job.reviewer }), TEN_MINUTES_S)
    buttons.push([{ text: `${speaker.say('review.handover.open')}: ${file.shown}`, url: `${desk.publicUrl}/d/${token}` }])
  }
  return desk.messenger.say(job.reviewer, { html: desk.words.in(speaker.lang)('review.handover.links', { number: index.number }), buttons }, { protect: true })
}
