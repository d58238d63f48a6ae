import { isAddressed } from '../../domain/notices/audience.ts'
import type { Account } from '../../domain/case/account.ts'
import { isPersonal } from '../../domain/notices/audience.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import type { Post } from './post.ts'

/** Rows of the register, accounts, recipients: never more of them at once. */
const PART = 1000
const LOCK_MS = 120_000

/** Whether somebody would get it now. Who has stopped the bot is gone until they come back; who wants no notices gets only what concerns the own case. */
export const isReachable = (notice: Notice, account: Account | null): boolean =>
  account !== null && !account.blocked && (!account.muted || notice.urgent || isPersonal(notice.audience))

async function addPart(post: Post, notice: Notice, ids: readonly number[]): Promise<number> {
  const accounts = await post.store.accounts(ids)
  const { langs } = notice.audience
  const wanted = accounts.flatMap((account) => (account && isReachable(notice, account) && (langs.length === 0 || (account.lang !== null && langs.includes(account.lang))) ? [account.id] : []))
  return post.notices.addRecipients(notice.id, wanted)
}

/** Writes the list of recipients anew, in parts: the memory does not grow with the number of people. Null while another process is at it. */
export async function gatherRecipients(post: Post, notice: Notice): Promise<number | null> {
  const lock = `gather.${notice.id}`
  if (!(await post.notices.turn(lock, LOCK_MS))) return null
  try {
    await post.notices.clearRecipients(notice.id)
    let count = 0
    for await (const rows of post.store.registerParts(PART)) {
      const ids = new Set(rows.filter((row) => isAddressed(notice.audience, row)).map(({ account }) => account))
      if (ids.size > 0) count = await addPart(post, notice, [...ids])
    }
    return count
  } finally {
    await post.notices.giveBack(lock)
  }
}
