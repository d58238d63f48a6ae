import { escapeHtml } from '../../domain/case/phrase.ts'
import type { Sent } from '../ports.ts'
import type { Actor, Desk } from '../review/desk.ts'
import { changeCase } from '../change.ts'
import { questionNote } from './post-question.ts'

/** A reviewer's reply to a posted question goes to the candidate, quoting it. Null when the message is no question. */
export async function answerQuestion(desk: Desk, request: { chat: number; repliedTo: number; text: string; actor: Actor; update: number }): Promise<Sent | null> {
  const note = await desk.store.note(questionNote(request.chat, request.repliedTo))
  const [id, questionId] = note?.split('.') ?? []
  const found = id ? await desk.store.load(id) : null
  const question = found?.secret.questions.find((each) => each.id === questionId)
  if (!found || !question) return null
  const t = desk.words.in(found.lang)
  const html = `${t('questions.answer')}\n\n<blockquote>${escapeHtml(question.text.slice(0, 300))}</blockquote>\n${escapeHtml(request.text.slice(0, 3000))}`
  const sent = await desk.messenger.say(found.account, { html, buttons: [[{ text: t('chat.goOn'), data: `s:${found.id}` }]] })
  if (sent.ok) {
    await changeCase(desk, found.id, request.update, (now) => ({ save: now, result: null, audit: [{ who: `staff.${request.actor.id}`, what: 'answered' }] }))
  }
  return sent
}
