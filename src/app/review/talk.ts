import { z } from 'zod'
import type { Case, CaseQuestion } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { staffCode } from '../../domain/dossier/event.ts'
import { answerHtml } from '../questions/answer-question.ts'
import { changeCase } from '../change.ts'
import type { Sent } from '../ports.ts'
import type { Actor, Desk } from './desk.ts'

/** Telegram lets a bot edit its messages for as long as it likes; after two days nobody looks for the change. */
const FOLLOWED_S = 48 * 3600
const outNote = (chat: number, message: number): string => `staff.out.${chat}.${message}`

/** Where a colleague's message went: ids alone, the words stay in the chats. `kind` tells whether its text or its caption is edited. */
const Out = z.object({ case: z.string(), question: z.string().nullable(), message: z.number(), kind: z.enum(['text', 'caption']) })
export type Out = z.infer<typeof Out>

const outHtml = (desk: Desk, found: Case, question: CaseQuestion | null, text: string): string =>
  question ? answerHtml(desk, found, question, text) : `${desk.words.in(found.lang)('questions.fromCentre')}\n\n${escapeHtml(text.slice(0, 3500))}`

/** A colleague's words to the candidate, on purpose: after "write to candidate" or by "send". On record when they arrived. */
export async function writeOut(desk: Desk, request: { found: Case; text: string; actor: Actor; update: number | null }): Promise<Sent> {
  const { found, text, actor } = request
  const t = desk.words.in(found.lang)
  const sent = await desk.messenger.say(found.account, { html: outHtml(desk, found, null, text), buttons: [[{ text: t('questions.ask'), data: 'm:ask' }]] })
  if (sent.ok) await changeCase(desk, found.id, request.update, (now) => ({ save: now, result: null, quiet: true, audit: [{ who: staffCode(actor.id), what: 'wrote' }] }))
  return sent
}

export const rememberOut = (desk: Desk, from: { chat: number; message: number }, out: Out): Promise<void> =>
  desk.store.saveNote(outNote(from.chat, from.message), JSON.stringify(out), FOLLOWED_S)

/** An edited message of the group follows to where it went. What it is now, or null when it went nowhere. */
export async function outOf(desk: Desk, from: { chat: number; message: number }): Promise<{ found: Case; out: Out } | null> {
  const kept = await desk.store.note(outNote(from.chat, from.message))
  const out = kept === null ? null : Out.parse(JSON.parse(kept))
  const found = out ? await desk.store.load(out.case) : null
  return out && found ? { found, out } : null
}

/** Edits the candidate's copy of a text. */
export async function followEdit(desk: Desk, { found, out }: { found: Case; out: Out }, text: string): Promise<Sent> {
  const question = found.secret.questions.find(({ id }) => id === out.question) ?? null
  return desk.messenger.change(found.account, out.message, { html: outHtml(desk, found, question, text) })
}

/** The newest case of the topic a message stands in; null outside the topics of applicants. */
export async function caseOfThread(desk: Desk, thread: number | null): Promise<Case | null> {
  const applicant = thread === null ? null : await desk.store.applicantOfTopic(thread)
  const ids = applicant === null ? [] : await desk.store.casesOf(applicant)
  const found = (await Promise.all(ids.map((id) => desk.store.load(id)))).filter((each): each is Case => each !== null && each.number !== null)
  return found.toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0)).at(-1) ?? null
}
