import type { Notice, NoticeState } from '../domain/notices/notice.ts'

/** How one recipient fared: the message delivered (or edited, deleted), or why not. */
export type Outcome = { ok: true; message: number } | { ok: false; why: 'blocked' | 'muted' | 'failed' | 'tooOld'; detail?: string }

export const TALLIES = ['delivered', 'blocked', 'muted', 'failed', 'tooOld'] as const
export type Tally = Record<(typeof TALLIES)[number], number>

/** May the next message go? `wait` in milliseconds; `lost`: another process has the slice. */
export type Leave = { state: NoticeState | null; wait: number; lost: boolean }

export type Slice = { notice: string; run: number; slice: number }

/** Recipients of a slice; the last one may have fewer. */
export const SLICE = 100

/**
 * Notices, their recipients and the ledger. A slice is worked on by one process at a time; what the ledger says about a
 * recipient is written before the next message goes, in the same step that gives leave for it.
 */
export interface NoticeStore {
  nextNumber(): Promise<number>
  load(id: string): Promise<{ notice: Notice; state: NoticeState } | null>
  /** Saves a draft, new or known; false when it is no draft any more. */
  save(notice: Notice): Promise<boolean>
  /** Compare-and-set of the state, and of the content with it where there is a new one: false when it is not in one of `from` any more, and nothing has changed. */
  move(id: string, from: readonly NoticeState[], to: NoticeState, content?: Notice): Promise<boolean>
  /** Newest first. */
  recent(most: number): Promise<{ notice: Notice; state: NoticeState }[]>
  /** Those that are waiting for their moment, or under way. */
  active(): Promise<{ notice: Notice; state: NoticeState }[]>
  /** Adds accounts that are not on that list yet; how many are on it now. Lists that no notice takes are forgotten in an hour. */
  addRecipients(list: string, accounts: readonly number[]): Promise<number>
  /** The list is a notice's from now on. */
  keepRecipients(list: string): Promise<void>
  recipients(list: string, slice: number): Promise<number[]>
  /** Outcomes of these accounts in that run; null while there is none. */
  outcomes(run: { notice: string; run: number }, accounts: readonly number[]): Promise<(Outcome | null)[]>
  tally(run: { notice: string; run: number }): Promise<Tally>
  /** Slices of a run that are not finished, from the first; at most `most`. */
  openSlices(run: { notice: string; run: number; total: number }, most: number): Promise<number[]>
  /** False while another process works on it. */
  claim(slice: Slice): Promise<boolean>
  /** Enters an outcome, if there is one, and asks leave for the next message; with `only` it asks for none. */
  step(slice: Slice, entry: { account: number; outcome: Outcome } | null, only?: 'enter'): Promise<Leave>
  /** A place for one message that belongs to no notice: 0, or milliseconds to wait. */
  place(): Promise<number>
  /** Somebody was answered meanwhile: notices give way. */
  spend(): Promise<void>
  /** Finished, or left to others. */
  release(slice: Slice, done: boolean): Promise<void>
  /** Nobody sends for so long: the platform said so. */
  pauseAll(ms: number): Promise<void>
  /** True for one caller in so many milliseconds, over all processes. */
  turn(name: string, ms: number): Promise<boolean>
  /** Keeps the ledger for so many days more, then forgets who got it. */
  forgetLater(notice: Notice, days: number): Promise<void>
}
