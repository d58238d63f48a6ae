import type { Notice, NoticeState } from '../../domain/notices/notice.ts'
import { escapeHtml, plainText } from '../../domain/case/phrase.ts'
import type { Button, Outgoing, Tally } from '../ports.ts'
import { managerLang, staffLang } from '../review/desk.ts'
import { noticeData, type Post } from './post.ts'

/** In the group an edit costs one of twenty messages a minute. */
const EVERY_MS = { group: 15_000, private: 3000 }
const CELLS = 10

export const barOf = (done: number, total: number): string => {
  const full = total === 0 ? CELLS : Math.min(CELLS, Math.floor((done / total) * CELLS))
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)}`
}

const sum = (tally: Tally): number => Object.values(tally).reduce((all, each) => all + each, 0)

/** Seconds that are left at the pace until now; null while nothing can be said. */
export function secondsLeft({ done, total, startedAt, now }: { done: number; total: number; startedAt: number | null; now: number }): number | null {
  if (startedAt === null || done === 0 || now <= startedAt) return null
  return Math.ceil(((total - done) * (now - startedAt)) / done / 1000)
}

function buttonsOf(t: (key: string) => string, { id }: Notice, state: NoticeState): Button[][] {
  const button = (action: string): Button => ({ text: plainText(t(`notices.button.${action}`)), data: noticeData(action, id) })
  if (state === 'sending' || state === 'correcting' || state === 'withdrawing') return [[button('pause'), button('stop')]]
  if (state === 'paused') return [[button('resume'), button('stop')], [button('report')]]
  if (state === 'done' || state === 'stopped') return [[button('report')], [button('correct'), button('withdraw')]]
  return state === 'scheduled' ? [[button('unschedule')]] : []
}

function timeLine(post: Post, t: (key: string, values?: Record<string, number>) => string, { notice, state, tally }: { notice: Notice; state: NoticeState; tally: Tally }): string[] {
  if (state !== notice.runKind) return []
  const left = secondsLeft({ done: sum(tally), total: notice.total, startedAt: notice.startedAt, now: post.clock.now() })
  return left === null ? [] : [left > 90 ? t('notices.leftMinutes', { count: Math.ceil(left / 60) }) : t('notices.leftSeconds', { count: left })]
}

export async function progressScreen(post: Post, notice: Notice, state: NoticeState): Promise<Outgoing> {
  const t = post.words.in(await (notice.panel?.chat === post.messenger.staffChat() ? staffLang(post) : managerLang(post, notice.by)))
  const tally = await post.notices.tally({ notice: notice.id, run: notice.run })
  const done = sum(tally)
  const counts = [
    `${t(`notices.tally.${notice.runKind}`)} ${tally.delivered}`,
    ...(['blocked', 'muted', 'failed', 'tooOld'] as const).filter((name) => tally[name] > 0).map((name) => `${t(`notices.tally.${name}`)} ${tally[name]}`),
  ]
  return {
    html: [`<b>${t('notices.title', { number: notice.number })}</b> · ${escapeHtml(t(`notices.state.${state}`))}`, `${barOf(done, notice.total)} ${done} / ${notice.total}`, counts.join('\n'), ...timeLine(post, t, { notice, state, tally })].join('\n\n'),
    buttons: buttonsOf(t, notice, state),
  }
}

const shownAt = new Map<string, number>()

/** Over all processes one of them shows it; each asks no oftener than it might be its turn. */
async function isDue(post: Post, id: string, every: number): Promise<boolean> {
  const now = performance.now()
  if (now - (shownAt.get(id) ?? -Infinity) < every) return false
  shownAt.set(id, now)
  return post.notices.turn(`progress.${id}`, every)
}

/** The one message of a notice, edited in place; not oftener than the chat can bear, unless something has changed for good. */
export async function showProgress(post: Post, notice: Notice, state: NoticeState, now = false): Promise<void> {
  if (!notice.panel) return
  const { chat, message } = notice.panel
  const every = chat === post.messenger.staffChat() ? EVERY_MS.group : EVERY_MS.private
  if (!now && !(await isDue(post, notice.id, every))) return
  // What cannot be shown must not hold up what is being sent.
  await post.messenger.change(chat, message, await progressScreen(post, notice, state)).catch((error: unknown) => {
    post.log.warn({ notice: notice.number, code: error instanceof Error ? error.name : 'unknown' }, 'progress was not shown')
  })
}
