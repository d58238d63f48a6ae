import type { Case } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { answersSaid, tradeOf } from '../dossier/told.ts'
import type { Speaker } from '../dossier/speaker.ts'
import type { Desk } from './desk.ts'
import { topicLink } from './topic.ts'

/** Twenty lines must fit one message. */
const short = (text: string): string => { const signs = [...text]; return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : text }

/** A case in a list: its number, linked to its topic where there is one, who and what. */
export async function caseLine(desk: Desk, found: Case, speaker: Speaker): Promise<string> {
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const link = topic ? topicLink(desk.messenger.staffChat(), topic) : null
  const number = `№ ${escapeHtml(found.number ?? found.id)}`
  const said = answersSaid(desk, found, speaker)
  const who = [said('name') ?? '', tradeOf(desk, found, speaker).profession].map((each) => escapeHtml(short(each))).join(' · ')
  return `• ${link ? `<a href="${link}">${number}</a>` : number} · ${who}`
}
