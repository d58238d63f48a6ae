import { lastDay, type Term } from '../../domain/centre/terms.ts'
import type { RegisterRow } from '../../domain/review/register.ts'
import { deskData } from '../../domain/review/press.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import { localDay } from '../../lib/local-day.ts'
import { judgedOf } from '../app.ts'
import { speakerOf, type Speaker } from '../dossier/speaker.ts'
import type { Button, Outgoing } from '../ports.ts'
import { caseLine } from './case-line.ts'
import { type Desk, staffLang } from './desk.ts'

export const QUEUES = ['free', 'mine', 'all'] as const
export type QueueKind = (typeof QUEUES)[number]
export type QueueRequest = { kind: QueueKind; page: number; reviewer: number }

const PAGE = 10
const DAY_MS = 86_400_000

const BELONGS: Record<QueueKind, (row: RegisterRow, reviewer: number) => boolean> = {
  free: ({ status }) => status === 'sent',
  mine: ({ status, reviewer }, me) => status === 'review' && reviewer === me,
  all: ({ status }) => status === 'sent' || status === 'review',
}

const lastDayOf = (desk: Desk, term: Term, at: number): string => lastDay(desk.centre.calendar, term, localDay(at * 1000, desk.centre.timeZone))

/** The law's clocks stand above every list, whoever has the case: withdrawn consents first. */
function clockLines(desk: Desk, rows: RegisterRow[], speaker: Speaker): string[] {
  const running = rows.filter(({ withdrawnAt, status }) => withdrawnAt !== null && status !== 'closed' && status !== 'erased').sort((a, b) => (a.withdrawnAt ?? 0) - (b.withdrawnAt ?? 0))
  return running.slice(0, PAGE).map((row) => `⏰ № ${escapeHtml(row.number ?? row.id)} — ${escapeHtml(speaker.say('review.queue.withdrawn', { until: lastDayOf(desk, 'withdrawal', row.withdrawnAt ?? 0) }))}`)
}

async function line(desk: Desk, row: RegisterRow, speaker: Speaker): Promise<string[]> {
  const found = await desk.store.load(row.id)
  if (!found?.number) return []
  const t = desk.words.in(speaker.lang)
  const days = Math.max(0, Math.floor((desk.clock.now() - (found.sentAt ?? found.updatedAt)) / DAY_MS))
  const missing = missingItems(judgedOf(desk, found).items).length > 0 ? ` · ⚠️ ${escapeHtml(speaker.say('review.queue.incomplete'))}` : ''
  const has = found.secret.reviewerName === null ? '' : ` · ${escapeHtml(found.secret.reviewerName)}`
  const objections = found.secret.questions.filter(({ objection, answeredAt }) => objection && answeredAt === null)
    .map(({ at }) => ` · ⏰ ${escapeHtml(speaker.say('review.queue.objection', { until: lastDayOf(desk, 'objection', at) }))}`)
  return [`${await caseLine(desk, found, speaker)} — ${t('review.queue.days', { count: days })}${has}${missing}${objections.join('')}`]
}

function buttonsOf({ kind, page }: QueueRequest, count: number, speaker: Speaker): Button[][] {
  const to = (text: string, arg: string): Button => ({ text, data: deskData({ case: 'desk', revision: 0, action: 'queue', arg }) })
  const kinds = QUEUES.filter((each) => each !== kind).map((each) => to(speaker.say(`review.queue.${each}`), `${each}-0`))
  const turns = [
    ...(page > 0 ? [to(speaker.say('review.queue.before'), `${kind}-${page - 1}`)] : []),
    ...((page + 1) * PAGE < count ? [to(speaker.say('review.queue.after'), `${kind}-${page + 1}`)] : []),
  ]
  return [...(turns.length > 0 ? [turns] : []), kinds]
}

/** Cases that wait, oldest first, each with the days it waits, who has it and which clock of the law runs; ten a page. */
export async function queueList(desk: Desk, request: QueueRequest = { kind: 'free', page: 0, reviewer: 0 }): Promise<Outgoing> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const speaker = speakerOf(desk, lang)
  const rows = await desk.store.register()
  const mine = rows.filter((row) => BELONGS[request.kind](row, request.reviewer)).sort((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0))
  const page = Math.min(request.page, Math.max(0, Math.ceil(mine.length / PAGE) - 1))
  const shown = mine.slice(page * PAGE, (page + 1) * PAGE)
  const lines = (await Promise.all(shown.map((row) => line(desk, row, speaker)))).flat()
  const clocks = clockLines(desk, rows, speaker)
  const html = mine.length === 0 ? [t(`review.queue.none.${request.kind}`)] : [t(`review.queue.title.${request.kind}`, { count: mine.length }), lines.join('\n')]
  const more = (page + 1) * PAGE < mine.length ? [t('review.queue.more', { count: mine.length - (page + 1) * PAGE })] : []
  return { html: [...(clocks.length > 0 ? [clocks.join('\n')] : []), ...html, ...more].join('\n\n'), buttons: buttonsOf({ ...request, page }, mine.length, speaker) }
}

/** What a button of the list asks: `mine-2`. Null for anything else. */
export function readQueueArg(arg: string | null, reviewer: number): QueueRequest | null {
  const [, kind, page] = /^(free|mine|all)-(\d{1,5})$/.exec(arg ?? '') ?? []
  const known = QUEUES.find((each) => each === kind)
  return known ? { kind: known, page: Number(page), reviewer } : null
}

