import type { Transformer } from 'grammy'
import type { NoticeStore } from '../app/ports.ts'
import { laneNow } from '../lib/lane.ts'

const COUNTED = /^(send|copy|forward)/
const FREE = new Set(['sendChatAction'])

/**
 * While notices go out, every other message is counted too, without waiting: people who press and write go first, and the
 * notices give way. What the platform refuses to anybody stops the notices of all processes.
 */
export function makeBulkPace({ busy, notices }: { busy(): boolean; notices: Pick<NoticeStore, 'spend' | 'pauseAll'> }): Transformer {
  return async (prev, method, payload, signal) => {
    if (laneNow() === 'notice' || !busy()) return prev(method, payload, signal)
    if (COUNTED.test(method) && !FREE.has(method)) notices.spend().catch(() => undefined)
    const answer = await prev(method, payload, signal)
    const wait = answer.ok ? undefined : answer.parameters?.retry_after
    const own = Number((payload as { chat_id?: unknown }).chat_id ?? 0) > 0
    if (wait !== undefined && own) await notices.pauseAll(wait * 1000)
    return answer
  }
}
