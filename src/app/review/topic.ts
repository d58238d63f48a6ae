import type { Case } from '../../domain/case/case.ts'
import type { Status } from '../../domain/case/status.ts'
import type { App } from '../app.ts'
import { type Speaker } from '../dossier/speaker.ts'
import { answersSaid, tradeOf } from '../dossier/told.ts'
import type { Topic } from '../ports.ts'

/** Thread 0: the group has no topics, the card stands in the general chat. */
export const GENERAL = 0

/** The note that the group refused a topic a while ago. */
export const NO_TOPICS = 'staff.no-topics'

export const threadOf = (topic: Topic | null): { thread?: number } =>
  topic === null || topic.thread === GENERAL ? {} : { thread: topic.thread }

const ICONS: Partial<Record<Status, string>> = { sent: '📝', review: '📝', returned: '❗️', sending: '❗️', accepted: '✅', closed: '🏁' }

/** The topic's icon by status; the card says the same in words. Being taken changes no icon: each change costs the group a message. */
export const iconOf = (found: Case): string => ICONS[found.status] ?? '📁'

/** The applicant and the trade; a platform's title has at most 128 signs. */
export function titleOf(app: App, found: Case, speaker: Speaker): string {
  // The whole name: which part of it is the surname no program knows.
  const name = answersSaid(app, found, speaker)('name') ?? `№ ${found.number ?? found.id}`
  return [...`${name} · ${tradeOf(app, found, speaker).profession}`].slice(0, 100).join('')
}

/** A link that opens the topic for members of the group; null for a group without such links. */
export function topicLink(staffChat: number, topic: Topic): string | null {
  const inner = /^-100(\d+)$/.exec(String(staffChat))?.[1]
  return inner === undefined || topic.thread === GENERAL ? null : `https://t.me/c/${inner}/${topic.thread}`
}
