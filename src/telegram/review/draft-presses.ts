import { changeDraft, type Drafted, dropDraft, openDraft, showDraftOn } from '../../app/review/draft-return.ts'
import { draftScreen } from '../../app/review/draft-screen.ts'
import { returnItems } from '../../app/review/return-items.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import type { DraftEdit } from '../../domain/review/edit-draft.ts'
import { type Call, refuse } from './call.ts'
import type { Act } from './card-presses.ts'
import { answerPress, askHere, sayHere, showOn } from './show.ts'

/** The draft on the pressed message; where that is gone, on a new one. */
async function showDraft(call: Call, drafted: Extract<Drafted, { ok: true }>): Promise<void> {
  const screen = draftScreen(call.desk, call.lang, drafted)
  const pressed = call.ctx.callbackQuery?.message?.message_id
  if (pressed !== undefined && (await showOn(call.ctx, pressed, screen))) return
  await showDraftOn(call.desk, drafted, await sayHere(call.ctx, screen))
}

async function open(call: Call): Promise<void> {
  const drafted = await openDraft(call.desk, call.request)
  if (!drafted.ok) return refuse(call, drafted)
  await showDraftOn(call.desk, drafted, await sayHere(call.ctx, draftScreen(call.desk, call.lang, drafted)))
  await answerPress(call.ctx)
}

const editing = (edit: (arg: string) => DraftEdit): Act => async (call) => {
  const drafted = await changeDraft(call.desk, call.request, edit(call.arg ?? ''))
  if (!drafted.ok) return refuse(call, drafted)
  await showDraft(call, drafted)
  await answerPress(call.ctx)
}

/** Asks for the note; the reviewer's next words in this topic, or the reply, are it. */
async function note(call: Call): Promise<void> {
  const drafted = await openDraft(call.desk, call.request)
  if (!drafted.ok) return refuse(call, drafted)
  const { id, name } = call.request.actor
  const who = `<a href="tg://user?id=${id}">${escapeHtml(name)}</a>`
  const html = `№ ${escapeHtml(drafted.case.number ?? '')} · ${who}\n${call.desk.words.in(call.lang)('review.draft.askNote')}`
  const message = await askHere(call.ctx, html, call.say('review.draft.notePlaceholder'))
  await changeDraft(call.desk, call.request, { kind: 'ask', message })
  await answerPress(call.ctx)
}

/** The draft's message says how it ended and loses its buttons. */
async function end(call: Call, key: string): Promise<void> {
  const pressed = call.ctx.callbackQuery?.message?.message_id
  if (pressed !== undefined) await showOn(call.ctx, pressed, { html: call.desk.words.in(call.lang)(key) })
  await answerPress(call.ctx, call.say(key))
}

async function cancel(call: Call): Promise<void> {
  const done = await dropDraft(call.desk, call.request)
  return done.ok ? end(call, 'review.draft.cancelled') : refuse(call, done)
}

async function send(call: Call): Promise<void> {
  const done = await returnItems(call.desk, call.request)
  return done.ok ? end(call, 'review.draft.sent') : refuse(call, done)
}

/** Buttons of a return that is being prepared; all of it happens on one message. */
export const draftPresses: Record<string, Act> = {
  return: open,
  item: editing((item) => ({ kind: 'item', item })),
  reason: editing((reason) => ({ kind: 'reason', reason })),
  list: editing(() => ({ kind: 'list' })),
  note, cancel, send,
}
