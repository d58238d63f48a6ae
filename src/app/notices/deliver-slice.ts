import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from '../../domain/case/account.ts'
import { isRunning, type Notice, type RunKind } from '../../domain/notices/notice.ts'
import type { NoticeSent, Outcome, Slice } from '../ports.ts'
import { isReachable } from './gather.ts'
import { messageFor, type Post, withdrawnText } from './post.ts'

/** A cut connection leaves open whether a message arrived: it is tried again so often, then the slice comes again later. */
const TRIES = 3
const PAUSE_MS = 1000

/** `left`: paused, stopped, or of a run that is over. */
export type Delivered = 'done' | 'left' | { again: number }

type Recipient = { id: number; account: Account | null; before: Outcome | null }
type Delivery = { post: Post; notice: Notice; slice: Slice; kind: RunKind }

/** Asks until the connection answers. Throws when it does not. */
async function persist(work: () => Promise<NoticeSent>): Promise<NoticeSent> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES) throw error
      await sleep(PAUSE_MS * attempt)
    }
  }
}

async function retire({ post }: Delivery, { account }: Recipient): Promise<void> {
  if (account && !account.blocked) await post.store.saveAccount({ ...((await post.store.account(account.id)) ?? account), blocked: true })
}

/** What a refusal of the platform means for one recipient; null when it is to be asked again. */
async function outcomeOf(delivery: Delivery, to: Recipient, sent: NoticeSent): Promise<Outcome | null> {
  if (sent.ok) return { ok: true, message: sent.message }
  if (sent.reason === 'flood') {
    await delivery.post.notices.pauseAll(sent.wait)
    return null
  }
  if (sent.reason !== 'blocked') return { ok: false, why: 'failed', detail: sent.detail }
  await retire(delivery, to)
  return { ok: false, why: 'blocked' }
}

async function send(delivery: Delivery, to: Recipient): Promise<Outcome | null> {
  const { post, notice } = delivery
  const message = messageFor(post, notice, to.account?.lang ?? null)
  if (!message) return { ok: false, why: 'failed', detail: 'no text' }
  return outcomeOf(delivery, to, await persist(() => post.messenger.sendNotice(to.id, message, { quiet: false })))
}

async function correct(delivery: Delivery, to: Recipient): Promise<Outcome | null> {
  const { post, notice } = delivery
  const message = messageFor(post, notice, to.account?.lang ?? null)
  const { before } = to
  if (!before?.ok || !message) return before
  return outcomeOf(delivery, to, await persist(() => post.messenger.editNotice(to.id, before.message, message)))
}

/** Deleted; after 48 hours the platform allows only to write something else in its place. */
async function withdraw(delivery: Delivery, to: Recipient): Promise<Outcome | null> {
  const { post, notice } = delivery
  const { before } = to
  if (!before?.ok) return before
  const sent = await persist(() => post.messenger.deleteNotice(to.id, before.message))
  if (sent.ok || sent.reason === 'flood' || sent.reason === 'blocked') return outcomeOf(delivery, to, sent)
  if (/message to delete not found/i.test(sent.detail)) return { ok: true, message: before.message }
  const text = withdrawnText(post, to.account?.lang ?? notice.fallback)
  const edited = await outcomeOf(delivery, to, await persist(() => post.messenger.editNotice(to.id, before.message, { text, media: notice.media, buttons: [] })))
  return edited?.ok ? { ok: false, why: 'tooOld' } : edited
}

const WAYS: Record<RunKind, (delivery: Delivery, to: Recipient) => Promise<Outcome | null>> = { sending: send, correcting: correct, withdrawing: withdraw }

/** Who gets nothing, without asking the platform; undefined for the others. */
function known({ notice, kind }: Delivery, { account, before }: Recipient): Outcome | undefined {
  if (kind !== 'sending') return before?.ok ? undefined : (before ?? { ok: false, why: 'failed', detail: 'not sent' })
  if (isReachable(notice, account)) return undefined
  return { ok: false, why: account?.muted === true && !account.blocked ? 'muted' : account === null ? 'failed' : 'blocked' }
}

async function recipientsOf({ post, notice, slice }: Delivery): Promise<Recipient[]> {
  const ids = await post.notices.recipients(notice.list ?? '', slice.slice)
  const [accounts, had, before] = await Promise.all([
    post.store.accounts(ids), post.notices.outcomes(slice, ids), slice.run > 0 ? post.notices.outcomes({ notice: slice.notice, run: 0 }, ids) : ids.map(() => null),
  ])
  return ids.flatMap((id, n) => (had[n] ? [] : [{ id, account: accounts[n] ?? null, before: before[n] ?? null }]))
}

/** Waits for leave to send; what it ends with when there is none. */
async function leaveFor({ post, slice }: Delivery, entry: { account: number; outcome: Outcome } | null): Promise<'go' | Delivered> {
  let toEnter = entry
  for (;;) {
    const leave = await post.notices.step(slice, toEnter)
    toEnter = null
    if (leave.lost) return { again: PAUSE_MS }
    if (leave.state === null || !isRunning(leave.state)) return 'left'
    if (leave.wait === 0) return 'go'
    // Short sleeps: pausing and stopping are seen between any two messages, however long the platform wants us to wait.
    await sleep(Math.min(leave.wait, 500))
  }
}

async function go(delivery: Delivery, seen: () => Promise<void>): Promise<Delivered> {
  const { post, slice, kind } = delivery
  let entry: { account: number; outcome: Outcome } | null = null
  for (const to of await recipientsOf(delivery)) {
    let outcome = known(delivery, to) ?? null
    const asks = outcome === null
    while (outcome === null) {
      const leave = await leaveFor(delivery, entry)
      entry = null
      if (leave !== 'go') return leave
      outcome = await WAYS[kind](delivery, to)
    }
    if (asks) entry = { account: to.id, outcome }
    else await post.notices.step(slice, { account: to.id, outcome }, 'enter')
    await seen()
  }
  const last = await post.notices.step(slice, entry, 'enter')
  return last.lost ? { again: PAUSE_MS } : 'done'
}

/**
 * Sends a slice of a notice, one message at a time: the outcome is in the ledger before the next one goes. A process killed
 * anywhere leaves at most the message in flight unrecorded, and whoever takes the slice next goes on behind the ledger.
 */
export async function deliverSlice(post: Post, slice: Slice, seen: (notice: Notice) => Promise<void> = async () => {}): Promise<Delivered> {
  const found = await post.notices.load(slice.notice)
  if (!found || !isRunning(found.state) || found.notice.run !== slice.run) return 'left'
  if (!(await post.notices.claim(slice))) return { again: PAUSE_MS }
  let done: Delivered = 'left'
  try {
    done = await go({ post, notice: found.notice, slice, kind: found.state }, () => seen(found.notice))
    return done
  } finally {
    await post.notices.release(slice, done === 'done')
  }
}
