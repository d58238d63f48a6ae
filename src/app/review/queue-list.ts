import type { Outgoing } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'
import { topicLink } from './topic.ts'

const MOST = 20
const DAY_MS = 86_400_000

/** The free cases, oldest first, each with the days it waits. */
export async function queueList(desk: Desk): Promise<Outgoing> {
  const t = desk.words.in(await staffLang(desk))
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
    lines.push(`• ${link ? `<a href="${link}">${number}</a>` : number} — ${t('review.queue.days', { count: days })}`)
  }
  const more = ids.length > MOST ? [t('review.queue.more', { count: ids.length - MOST })] : []
  return { html: [t('review.queue.title', { count: ids.length }), lines.join('\n'), ...more].join('\n\n') }
}
