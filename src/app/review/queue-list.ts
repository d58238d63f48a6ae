import { escapeHtml } from '../../domain/case/phrase.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import { judgedOf } from '../app.ts'
import { speakerOf } from '../dossier/speaker.ts'
import { answersSaid, tradeOf } from '../dossier/told.ts'
import type { Outgoing } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'
import { topicLink } from './topic.ts'

const MOST = 20
/** Twenty lines must fit one message. */
const short = (text: string): string => { const signs = [...text]; return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : text }
const DAY_MS = 86_400_000

/** The free cases, oldest first, each with the days it waits. */
export async function queueList(desk: Desk): Promise<Outgoing> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const speaker = speakerOf(desk, lang)
  const ids = await desk.store.queue()
  if (ids.length === 0) return { html: t('review.queue.empty') }
  const lines: string[] = []
  for (const id of ids.slice(0, MOST)) {
    const found = await desk.store.load(id)
    if (!found?.number) continue
    const days = Math.max(0, Math.floor((desk.clock.now() - (found.sentAt ?? found.updatedAt)) / DAY_MS))
    const topic = found.applicant ? await desk.store.topic(found.applicant) : null
    const link = topic ? topicLink(desk.messenger.staffChat(), topic) : null
    const number = `№ ${found.number}`
    const said = answersSaid(desk, found, speaker)
    const missing = missingItems(judgedOf(desk, found).items).length > 0 ? ` · ⚠️ ${escapeHtml(speaker.say('dossier.incomplete'))}` : ''
    const who = [said('name') ?? '', tradeOf(desk, found, speaker).profession].map((each) => escapeHtml(short(each))).join(' · ')
    lines.push(`• ${link ? `<a href="${link}">${number}</a>` : number} · ${who} — ${t('review.queue.days', { count: days })}${missing}`)
  }
  const more = ids.length > MOST ? [t('review.queue.more', { count: ids.length - MOST })] : []
  return { html: [t('review.queue.title', { count: ids.length }), lines.join('\n'), ...more].join('\n\n') }
}
