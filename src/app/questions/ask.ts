import type { Case } from '../../domain/case/case.ts'
import type { App } from '../app.ts'
import { changeCase } from '../change.ts'

const MOST_QUESTIONS = 50
export const LONGEST_QUESTION = 1500

/** Keeps a candidate's question with the case and hands it to the staff. False when there are already too many. */
export const askCentre = (app: App, request: { id: string; update: number | null; text: string; objection?: boolean }): Promise<{ case: Case; result: boolean } | null> =>
  changeCase<boolean>(app, request.id, request.update, (found) => {
    if (found.secret.questions.length >= MOST_QUESTIONS) return { save: null, result: false }
    const question = { id: app.newId(6), text: request.text.slice(0, LONGEST_QUESTION), at: Math.floor(app.clock.now() / 1000), message: null, objection: request.objection ?? false, answeredAt: null }
    return {
      save: { ...found, secret: { ...found.secret, questions: [...found.secret.questions, question] } }, result: true, quiet: true,
      audit: [{ who: 'candidate', what: request.objection ? 'objected' : 'asked' }], effects: [{ kind: 'question', case: found.id, question: question.id }],
    }
  })
