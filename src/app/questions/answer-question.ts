import type { Case, CaseQuestion } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import type { Sent } from '../ports.ts'
import type { Actor, Desk } from '../review/desk.ts'
import { changeCase } from '../change.ts'
import { questionNote } from './post-question.ts'

export type Asked = { found: Case; question: CaseQuestion }

/** The question that a message of the staff group is, or null. */
export async function questionOf(desk: Desk, chat: number, message: number): Promise<Asked | null> {
  const note = await desk.store.note(questionNote(chat, message))
  const [id, questionId] = note?.split('.') ?? []
  const found = id ? await desk.store.load(id) : null
  const question = found?.secret.questions.find((each) => each.id === questionId)
  return found && question ? { found, question } : null
}

/** The answer as the candidate reads it, above it the question. */
export const answerHtml = (desk: Desk, found: Case, question: CaseQuestion, text: string): string =>
  `${desk.words.in(found.lang)('questions.answer')}\n\n<blockquote>${escapeHtml(question.text.slice(0, 300))}</blockquote>\n${escapeHtml(text.slice(0, 3000))}`

/** A reviewer's reply to a question goes to the candidate, quoting it; recorded in the audit when it arrived. */
export async function answerQuestion(desk: Desk, request: { question: Asked; text: string; actor: Actor; update: number }): Promise<Sent> {
  const { found, question } = request.question
  const t = desk.words.in(found.lang)
  const sent = await desk.messenger.say(found.account, { html: answerHtml(desk, found, question, request.text), buttons: [[{ text: t('chat.goOn'), data: `s:${found.id}` }]] })
  if (sent.ok) {
    await changeCase(desk, found.id, request.update, (now) => ({ save: { ...now, secret: { ...now.secret, questions: now.secret.questions.map((each) => (each.id === question.id ? { ...each, answeredAt: Math.floor(desk.clock.now() / 1000) } : each)) } }, result: null, quiet: true, audit: [{ who: `staff.${request.actor.id}`, what: 'answered' }] }))
  }
  return sent
}
