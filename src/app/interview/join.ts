import type { Case } from '../../domain/case/case.ts'
import { stepsFor } from '../../domain/interview/next.ts'
import { type App, aroundOf } from '../app.ts'
import { changeCase, type Decided } from '../change.ts'
import { decideReply, type Replied } from './reply.ts'

const RECENT_S = 600

/** The answer that the person's last typed message gave, as long as it is words that can go on; null for any other. */
function lastTyped(app: App, found: Case): { key: string; text: string } | null {
  const typed = Object.entries(found.secret.answers).filter(([, answer]) => answer.m !== undefined)
  const [key, answer] = typed.toSorted(([, one], [, other]) => (one.m ?? 0) - (other.m ?? 0)).at(-1) ?? []
  if (!key || !answer || typeof answer.v !== 'string') return null
  const step = stepsFor(found.secret.answers, aroundOf(app, found.secret.answers)).find((each) => each.key === key)
  const recent = app.clock.now() / 1000 - answer.at < RECENT_S
  return step?.question.kind === 'text' && step.question.joins && recent ? { key, text: answer.v } : null
}

/**
 * Several short messages in a row are one answer: «Ахметов», «Серик», «Болатович». Adds the words to the answer before;
 * null as a result when it cannot go on with them.
 */
export const joinAnswer = (app: App, request: { id: string; update: number | null; message: number; text: string }): Promise<{ case: Case; result: Replied | null } | null> =>
  changeCase<Replied | null>(app, request.id, request.update, async (found): Promise<Decided<Replied | null>> => {
    const before = found.status === 'interview' && !found.secret.pending && found.secret.cursor === null ? lastTyped(app, found) : null
    if (!before) return { save: null, result: null }
    const reopened = { ...found, secret: { ...found.secret, cursor: before.key } }
    const decided = await decideReply(app, reopened, { key: null, input: { text: `${before.text} ${request.text}` }, message: request.message })
    if (!decided.result.ok || !('key' in decided.result)) return { save: null, result: null }
    return { ...decided, result: { ...decided.result, echo: true } }
  })
