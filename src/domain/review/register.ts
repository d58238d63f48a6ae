import type { Case, Lang } from '../case/case.ts'
import { isReturnReason, type ReturnReason } from '../case/return-reason.ts'
import type { Status } from '../case/status.ts'

/** What the staff's lists and figures need of a case; nothing in it names a person. Times are epoch milliseconds. */
export type RegisterRow = {
  id: string
  status: Status
  number: string | null
  profession: string | null
  level: string | null
  account: number
  reviewer: number | null
  createdAt: number
  updatedAt: number
  sentAt: number | null
  decidedAt: number | null
  /** Why items were returned, over all rounds. */
  returned: ReturnReason[]
  /** Since when a withdrawn consent runs its clock, in seconds; null when none is withdrawn. */
  withdrawnAt: number | null
  /** 'YYYY-MM-DD' of an exam without a result. */
  examDay: string | null
  /** Version of the catalogue it was judged by: a hash. */
  catalogue: string | null
  lang: Lang
  branch: string | null
}

/** The row of a case. Pure. */
export function registerRow(found: Case): RegisterRow {
  const { id, status, number, profession, level, account, reviewer, createdAt, updatedAt, sentAt, decidedAt, catalogue, lang, branch } = found
  const returned = found.secret.decisions.flatMap(({ verdict, reason }) => (verdict === 'returned' ? [isReturnReason(reason) ? reason : 'other' as const] : []))
  const withdrawnAt = found.secret.consents.find((each) => each.withdrawnAt !== null)?.withdrawnAt ?? null
  const examDay = found.secret.result === null ? (found.secret.exam?.day ?? null) : null
  return { id, status, number, profession, level, account, reviewer, createdAt, updatedAt, sentAt, decidedAt, returned, withdrawnAt, examDay, catalogue, lang, branch }
}
