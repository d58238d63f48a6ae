import { isRunning, type Notice, type NoticeState, type RunKind, statesBefore } from '../../domain/notices/notice.ts'
import { isDaytime } from '../../domain/review/reminders.ts'
import type { Slice } from '../ports.ts'
import { deliverSlice, type Delivered } from './deliver-slice.ts'
import { gatherRecipients } from './gather.ts'
import type { Post } from './post.ts'
import { showProgress } from './progress.ts'

/** Slices offered at once: enough for several processes, and the queue stays short. */
const AHEAD = 8
const LEDGER_DAYS = 90

const sliceOf = ({ id, run }: Notice) => (slice: number): Slice => ({ notice: id, run, slice })

/** Night is when the centre's people sleep: a notice that is not urgent waits for the morning. */
export const isNight = (post: Post, at: number): boolean => !isDaytime(at, { timeZone: post.centre.timeZone, ...post.centre.noticeHours })

/** Offers what is open of a run, or ends it. */
export async function feed(post: Post, notice: Notice, state: NoticeState): Promise<void> {
  if (!isRunning(state)) return
  const open = await post.notices.openSlices({ notice: notice.id, run: notice.run, total: notice.total }, AHEAD)
  if (open.length > 0) return post.offer(open.map(sliceOf(notice)), notice.urgent)
  const ended = { ...notice, endedAt: post.clock.now() }
  if (!(await post.notices.move(notice.id, [state], 'done', ended))) return
  await post.notices.forgetLater(ended, LEDGER_DAYS)
  await showProgress(post, ended, 'done', true)
}

/** The job of a slice. */
export async function runSlice(post: Post, slice: Slice): Promise<Delivered> {
  const done = await deliverSlice(post, slice, (notice) => showProgress(post, notice, notice.runKind))
  const found = typeof done === 'string' ? await post.notices.load(slice.notice) : null
  if (found && done === 'done') await feed(post, found.notice, found.state)
  // Paused or stopped in the middle: what was drawn last may have been drawn before that.
  if (found && done === 'left' && !isRunning(found.state)) await showProgress(post, found.notice, found.state, true)
  return done
}

export type Started = { ok: true; total: number } | { ok: false; reason: 'count' | 'late'; total: number }

/** Starts a draft or a scheduled notice; with `expected` only when so many people would get it now. */
export async function startNotice(post: Post, notice: Notice, from: readonly NoticeState[], expected: number | null): Promise<Started> {
  const { list, count: total } = await gatherRecipients(post, notice)
  if (expected !== null && total !== expected) return { ok: false, reason: 'count', total }
  const begun: Notice = { ...notice, list, total, startedAt: post.clock.now(), endedAt: null, run: 0, runKind: 'sending' }
  // Kept before it is the notice's: a crash between the two leaves a list that nobody asks for, never a notice without one.
  await post.notices.keepRecipients(list)
  if (!(await post.notices.move(notice.id, from, 'sending', begun))) return { ok: false, reason: 'late', total }
  post.log.info({ notice: notice.number, total, by: notice.by }, 'a notice goes out')
  await showProgress(post, begun, 'sending', true)
  await feed(post, begun, 'sending')
  return { ok: true, total }
}

/** Confirmed for later: at its time, or in the morning. */
export const scheduleNotice = (post: Post, notice: Notice): Promise<boolean> => post.notices.move(notice.id, statesBefore('scheduled'), 'scheduled', notice)

/** A passage over the same recipients once more: correcting or withdrawing what was delivered. */
export async function runAgain(post: Post, notice: Notice, kind: RunKind): Promise<boolean> {
  const next: Notice = { ...notice, run: notice.run + 1, runKind: kind, startedAt: post.clock.now(), endedAt: null }
  if (!(await post.notices.move(notice.id, statesBefore(kind), kind, next))) return false
  await showProgress(post, next, kind, true)
  await feed(post, next, kind)
  return true
}

/** Between any two messages: pause, go on, stop. */
export async function changeRun(post: Post, notice: Notice, wish: 'pause' | 'resume' | 'stop'): Promise<boolean> {
  const to: NoticeState = wish === 'pause' ? 'paused' : wish === 'resume' ? notice.runKind : 'stopped'
  const moved = await post.notices.move(notice.id, wish === 'resume' ? ['paused'] : statesBefore(to), to)
  if (moved) await showProgress(post, notice, to, true)
  if (moved && wish === 'resume') await feed(post, notice, to)
  return moved
}

/** Looks after all notices: those whose moment has come begin, and what fell out of the queue comes back into it. Harmless to repeat; true while any is under way. */
export async function tendNotices(post: Post): Promise<boolean> {
  const active = await post.notices.active()
  for (const { notice, state } of active) {
    if (state !== 'scheduled') await feed(post, notice, state)
    else if ((notice.when ?? 0) <= post.clock.now() && (notice.urgent || !isNight(post, post.clock.now()))) await startNotice(post, notice, ['scheduled'], null)
  }
  return active.some(({ state }) => isRunning(state))
}
