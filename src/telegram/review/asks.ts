import type { Context, NextFunction } from 'grammy'
import { z } from 'zod'
import { type Done, type Desk, type Request, staffLang } from '../../app/review/desk.ts'
import { openDraft, showDraftOn } from '../../app/review/draft-return.ts'
import { draftScreen } from '../../app/review/draft-screen.ts'
import { askExtra, closeCase, moveCase, originalSeen, reopenItem, setExam, setResult, settleItem } from '../../app/review/entries.ts'
import { type Ask, ASKS, moreMenu } from '../../app/review/more-menu.ts'
import { askCard } from '../../app/dossier/ask-card.ts'
import { LANGS } from '../../domain/case/case.ts'
import { escapeHtml, plainText } from '../../domain/case/phrase.ts'
import { readExamLine } from '../../domain/review/exam-line.ts'
import { actorOf, type Call, refuse } from './call.ts'
import type { Act } from './card-presses.ts'
import { writeHere } from './out.ts'
import { answerPress, askHere, sayHere } from './show.ts'

/** What a message of ours asks for; kept while an answer makes sense. */
const Asked = z.object({ case: z.string(), revision: z.number(), ask: z.enum(ASKS), arg: z.string().nullable() })
type Asked = z.infer<typeof Asked>
const KEPT_S = 24 * 3600
const LONGEST = 1000
const askNote = (chat: number, message: number): string => `staff.ask.${chat}.${message}`

/** Asks the presser for words; the reply to that message is the answer, and is taken only while the case stands as it did at the asking. */
const asking = (ask: Ask): Act => async (call) => {
  const { desk, ctx, request, arg, lang } = call
  const found = await desk.store.load(request.id)
  if (!found) return refuse(call, { ok: false, reason: 'gone', by: null })
  const who = `<a href="tg://user?id=${request.actor.id}">${escapeHtml(request.actor.name)}</a>`
  const message = await askHere(ctx, `№ ${escapeHtml(found.number ?? '')} · ${who}\n${desk.words.in(lang)(`review.ask.${ask}.how`)}`, call.say('review.ask.placeholder'))
  const asked: Asked = { case: found.id, revision: found.stamp, ask, arg }
  await desk.store.saveNote(askNote(ctx.chat?.id ?? 0, message), JSON.stringify(asked), KEPT_S)
  await answerPress(ctx)
}

async function more(call: Call): Promise<void> {
  const found = await call.desk.store.load(call.request.id)
  if (!found) return refuse(call, { ok: false, reason: 'gone', by: null })
  await sayHere(call.ctx, await moreMenu(call.desk, found))
  await answerPress(call.ctx)
}

const entering = (run: (call: Call) => Promise<Done>): Act => async (call) => {
  const done = await run(call)
  if (!done.ok) return refuse(call, done)
  await answerPress(call.ctx, call.say('review.entered'))
}

/** Buttons of the menu "more". */
export const morePresses: Record<string, Act> = {
  more,
  seen: entering(({ desk, request }) => originalSeen(desk, request)),
  passed: entering(({ desk, request }) => setResult(desk, request, { passed: true, advice: null })),
  ...Object.fromEntries(ASKS.map((ask) => [`ask-${ask}`, asking(ask)])),
}

/** The answer put to work; a string is the key of what is wrong with it. */
async function take(desk: Desk, { asked, request, text }: { asked: Asked; request: Request; text: string }): Promise<Done | string> {
  const item = asked.arg ?? ''
  if (asked.ask === 'exam') {
    const found = await desk.store.load(request.id)
    const line = readExamLine(text, { today: desk.clock.today(), fallback: LANGS.find((lang) => lang === found?.secret.answers['examLanguage']?.v) ?? found?.lang ?? 'kk' })
    return line ? setExam(desk, request, line) : 'review.ask.exam.again'
  }
  if (asked.ask === 'move') return /^\d{3,15}$/.test(text) && (await desk.store.account(Number(text))) ? moveCase(desk, request, Number(text)) : 'review.ask.move.again'
  if (asked.ask === 'fail') return setResult(desk, request, { passed: false, advice: text })
  if (asked.ask === 'close') return closeCase(desk, request, text)
  if (asked.ask === 'extra') return askExtra(desk, request, text)
  if (asked.ask === 'reopen') return reopenItem(desk, request, { item, reason: text })
  return settleItem(desk, request, { item, need: asked.ask === 'need' ? 'required' : 'not-needed', reason: text })
}

async function show(desk: Desk, ctx: Context, asked: Asked, request: Request): Promise<void> {
  const lang = await staffLang(desk)
  const found = asked.ask === 'extra' ? await desk.store.load(asked.case) : null
  const drafted = found ? await openDraft(desk, { ...request, revision: found.stamp }) : null
  if (drafted?.ok) return showDraftOn(desk, drafted, await sayHere(ctx, draftScreen(desk, lang, drafted)))
  await sayHere(ctx, { html: desk.words.in(lang)('review.entered') })
}

/** A reply to one of our questions is its answer. Anything else goes on. */
export const askTaker = (desk: Desk) => async (ctx: Context, next: NextFunction): Promise<void> => {
  const replied = ctx.message?.reply_to_message
  const kept = replied && ctx.chat ? await desk.store.note(askNote(ctx.chat.id, replied.message_id)) : null
  const parsed = kept === null || !ctx.message || !replied || !ctx.chat ? null : Asked.safeParse(JSON.parse(kept))
  if (!parsed?.success || !replied || !ctx.chat) return next()
  const asked = parsed.data
  const t = desk.words.in(await staffLang(desk))
  if (asked.ask === 'write') return writeHere(desk, ctx, asked.case)
  const text = ctx.message?.text?.trim() ?? ''
  if (text === '' || text.length > LONGEST) return void (await sayHere(ctx, { html: t('review.ask.words') }))
  const request: Request = { id: asked.case, revision: asked.revision, update: ctx.update.update_id, actor: actorOf(ctx) }
  const done = await take(desk, { asked, request, text })
  if (typeof done === 'string') return void (await sayHere(ctx, { html: t(done) }))
  if (!done.ok) {
    await askCard(desk, asked.case)
    return void (await sayHere(ctx, { html: plainText(t(`review.refusal.${done.reason}`, { name: done.by ?? '—' })) }))
  }
  await desk.store.takeNote(askNote(ctx.chat.id, replied.message_id))
  await show(desk, ctx, asked, request)
}
