import type { Account } from '../../domain/case/account.ts'
import { isAddressed, isPersonal } from '../../domain/notices/audience.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import type { Post } from './post.ts'

/** Rows of the register, accounts, recipients: never more of them at once. */
const PART = 1000

/** Whether somebody would get it now. Who has stopped the bot is gone until they come back; who wants no notices gets only what concerns the own case. */
export const isReachable = (notice: Notice, account: Account | null): boolean =>
  account !== null && !account.blocked && (!account.muted || notice.urgent || isPersonal(notice.audience))

async function wantedOf(post: Post, notice: Notice, ids: readonly number[]): Promise<number[]> {
  const { langs } = notice.audience
  return (await post.store.accounts(ids)).flatMap((account) => (account && isReachable(notice, account) && (langs.length === 0 || (account.lang !== null && langs.includes(account.lang))) ? [account.id] : []))
}

/** A list of recipients and how many are on it. */
export type Gathered = { list: string; count: number }

/**
 * Writes who would get it now into a list of its own, in parts: the memory does not grow with the number of people. A list
 * that was begun is never written again, so whoever gathers at the same time cannot leave anybody out.
 */
export async function gatherRecipients(post: Post, notice: Notice): Promise<Gathered> {
  const list = `${notice.id}.${post.newId(6)}`
  let count = 0
  for await (const rows of post.store.registerParts(PART)) {
    const ids = new Set(rows.filter((row) => isAddressed(notice.audience, row)).map(({ account }) => account))
    if (ids.size > 0) count = await post.notices.addRecipients(list, await wantedOf(post, notice, [...ids]))
  }
  return { list, count }
}
