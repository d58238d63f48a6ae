import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { plainText } from '../../domain/case/phrase.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import { type Outcome, SLICE } from '../ports.ts'
import { managerLang, staffLang } from '../review/desk.ts'
import type { Post } from './post.ts'

/** Beyond this a sheet would need more memory than it is worth: the first so many recipients, then the counts. */
const MOST = 200_000

const stateOf = (outcome: Outcome | null): string => (outcome === null ? 'open' : outcome.ok ? 'delivered' : outcome.why)

/** Who got it and who did not, recipient by recipient: sent to the manager as an XLSX file. */
export async function sendReport(post: Post, notice: Notice, to: { chat: number; thread?: number }): Promise<void> {
  const t = post.words.in(await (to.chat === post.messenger.staffChat() ? staffLang(post) : managerLang(post, to.chat)))
  const say = (key: string): string => plainText(t(key))
  const numbers = new Map<number, string[]>()
  for await (const rows of post.store.registerParts(1000)) for (const { account, number } of rows) if (number) numbers.set(account, [...new Set([...(numbers.get(account) ?? []), number])])
  const rows: (string | number | null)[][] = [['account', 'cases', 'language', 'outcome', 'detail'].map((each) => say(`notices.report.${each}`))]
  for (let slice = 0; slice * SLICE < Math.min(notice.total, MOST); slice++) {
    const ids = await post.notices.recipients(notice.list ?? '', slice)
    const [outcomes, accounts] = await Promise.all([post.notices.outcomes({ notice: notice.id, run: notice.run }, ids), post.store.accounts(ids)])
    ids.forEach((id, n) => {
      const outcome = outcomes[n] ?? null
      rows.push([String(id), numbers.get(id)?.join(', ') ?? null, accounts[n]?.lang ?? null, say(`notices.outcome.${stateOf(outcome)}`), outcome && !outcome.ok ? (outcome.detail ?? null) : null])
    })
  }
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-report-'))
  try {
    const name = `notice-${notice.number}-report.xlsx`
    await post.writeSheet(path.join(dir, name), 'Qujat', rows)
    await post.messenger.sendFile(to.chat, { path: path.join(dir, name), name }, to.thread ? { thread: to.thread } : {})
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
