import type { Case } from '../../domain/case/case.ts'
import type { App } from '../app.ts'
import { changeCase, type Decided } from '../change.ts'
import { decideReply, type Replied } from './reply.ts'

/**
 * A corrected message corrects the answer it gave, as long as the interview goes on. Null as a result when the message
 * gave no answer, or the answers are closed by now.
 */
export const correct = (app: App, request: { id: string; update: number | null; message: number; text: string }): Promise<{ case: Case; result: Replied | null } | null> =>
  changeCase<Replied | null>(app, request.id, request.update, async (found): Promise<Decided<Replied | null>> => {
    const key = Object.entries(found.secret.answers).find(([, answer]) => answer.m === request.message)?.[0]
    if (!key || found.status !== 'interview' || found.secret.pending) return { save: null, result: null }
    const reopened = { ...found, secret: { ...found.secret, cursor: key } }
    const decided = await decideReply(app, reopened, { key: null, input: { text: request.text }, message: request.message })
    // What was corrected is said back.
    return decided.result.ok && 'key' in decided.result ? { ...decided, result: { ...decided.result, echo: true } } : decided
  })
