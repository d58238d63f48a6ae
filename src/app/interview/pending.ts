import type { Case } from '../../domain/case/case.ts'
import { changesMore, type Consequences, consequencesOf } from '../../domain/interview/consequences.ts'
import { judgeCase } from '../../domain/interview/judged.ts'
import { putAnswer } from '../../domain/interview/put.ts'
import { type App, aroundOf } from '../app.ts'
import { changeCase } from '../change.ts'
import { afterAnswer } from './after-answer.ts'

const judged = (app: App, found: Case): Parameters<typeof consequencesOf>[0] =>
  ({ found, judged: judgeCase(found, aroundOf(app, found.secret.answers)) })

/** An edit of a given answer that would change more than itself is shown first, and taken after a yes. */
export function needsYes(app: App, edit: { found: Case; told: Case; key: string }): boolean {
  const { found, told, key } = edit
  const isEdit = found.secret.cursor === key && key in found.secret.answers
  return isEdit && changesMore(consequencesOf(judged(app, found), judged(app, told)))
}

const applied = (found: Case): Case => {
  const { pending } = found.secret
  return pending ? { ...found, secret: putAnswer(found.secret, pending.key, pending.answer) } : found
}

/** What the waiting edit would change; null when none waits. */
export const pendingConsequences = (app: App, found: Case): Consequences | null =>
  found.secret.pending ? consequencesOf(judged(app, found), judged(app, applied(found))) : null

/** Takes the waiting edit, or leaves everything as it was. False when none waits any more. */
export const settlePending = (app: App, request: { id: string; update: number | null; yes: boolean }): Promise<{ case: Case; result: boolean } | null> =>
  changeCase<boolean>(app, request.id, request.update, (found) => {
    if (!found.secret.pending) return { save: null, result: false }
    const settled = request.yes ? applied(found) : { ...found, secret: { ...found.secret, pending: null, cursor: null } }
    return { save: found.status === 'interview' ? afterAnswer(settled, aroundOf(app, settled.secret.answers)) : settled, result: true }
  })
