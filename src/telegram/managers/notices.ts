import type { Message } from 'grammy/types'
import { momentWords } from '../../app/notices/composer-screen.ts'
import { gatherRecipients } from '../../app/notices/gather.ts'
import { messageFor, noticeData } from '../../app/notices/post.ts'
import { sendReport } from '../../app/notices/report.ts'
import { changeRun, isNight, runAgain, scheduleNotice, startNotice } from '../../app/notices/run-notices.ts'
import { type Lang, LANGS } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { type Notice, unready } from '../../domain/notices/notice.ts'
import { answerPress, sayHere, showOn, threadOf } from '../review/show.ts'
import { ask, forget } from './asks.ts'
import { isInGroup } from './for-manager.ts'
import { type Composing, editDraft, EDITS, type Found, langOf, late, showPanel, takeAnswer, textOf } from './notice-draft.ts'

const ASKS: Record<string, (manager: Composing, more: string) => { html: string; what: string }> = {
  text: ({ say }, more) => ({ what: `n-text.${more}`, html: say('notices.ask.text', { language: plainText(say(`review.language.${langOf(more) ?? 'kk'}`)) }) }),
  file: ({ say }) => ({ what: 'n-file', html: say('notices.ask.file') }),
  link: ({ say }) => ({ what: 'n-link', html: say('notices.ask.link') }),
  when: ({ say }) => ({ what: 'n-when', html: say('notices.ask.when') }),
  pro: ({ say }) => ({ what: 'n-pro', html: say('notices.ask.profession') }),
  lev: ({ say }) => ({ what: 'n-lev', html: say('notices.ask.level') }),
  list: ({ say }) => ({ what: 'n-list', html: say('notices.ask.list') }),
  correct: ({ say }, more) => ({ what: `n-fix.${more}`, html: say('notices.ask.correct', { language: plainText(say(`review.language.${langOf(more) ?? 'kk'}`)) }) }),
}

/** To the manager alone, as each language would get it. */
async function sendSelf(manager: Composing, { notice }: Found): Promise<void> {
  const { desk, ctx, id } = manager
  for (const lang of LANGS.filter((each) => notice.texts[each])) {
    const message = messageFor(desk, notice, lang)
    const sent = message && (await desk.messenger.sendNotice(id, message, { quiet: false }))
    if (sent && !sent.ok) return void (await sayHere(ctx, { html: manager.say('notices.selfFailed') }))
  }
}

/** Asks for the number of people: a press alone sends nothing. */
async function confirm(manager: Composing, { notice, state }: Found): Promise<void> {
  const { desk, ctx } = manager
  if (state !== 'draft' || unready(notice)) return late(manager)
  const { count } = await gatherRecipients(desk, notice)
  if (count === 0) return void (await sayHere(ctx, { html: manager.say('notices.nobody') }))
  await ask(manager, { what: 'n-send', id: notice.id, html: manager.say('notices.ask.count', { count }) })
}

async function control(manager: Composing, { notice }: Found, wish: 'pause' | 'resume' | 'stop'): Promise<void> {
  if (!(await changeRun(manager.desk, notice, wish))) await late(manager)
}

async function withdraw(manager: Composing, { notice }: Found): Promise<void> {
  if (!(await runAgain(manager.desk, notice, 'withdrawing'))) await late(manager)
}

async function unschedule(manager: Composing, { notice }: Found): Promise<void> {
  if (!(await manager.desk.notices.move(notice.id, ['scheduled'], 'draft'))) return late(manager)
  await showPanel(manager, notice, 'here')
}

async function drop(manager: Composing, { notice }: Found): Promise<void> {
  const { desk, ctx } = manager
  await forget(manager)
  const dropped = await desk.notices.move(notice.id, ['draft', 'scheduled'], 'dropped')
  const message = ctx.callbackQuery?.message?.message_id
  if (message !== undefined) await showOn(ctx, message, { html: manager.say(dropped ? 'notices.dropped' : 'notices.late'), buttons: [] })
}

/** Which language is corrected, where there are several. */
async function chooseCorrection(manager: Composing, { notice }: Found, more: string): Promise<void> {
  const there = LANGS.filter((each) => notice.texts[each])
  const lang = langOf(more) ?? (there.length === 1 ? there[0] : null)
  if (lang) return ask(manager, { id: notice.id, ...(ASKS['correct']?.(manager, lang) ?? { what: '', html: '' }) })
  await sayHere(manager.ctx, { html: manager.say('notices.whichLanguage'), buttons: [there.map((each) => ({ text: plainText(manager.say(`review.language.${each}`)), data: noticeData('correct', notice.id, each) }))] })
}

const ACTIONS: Record<string, (manager: Composing, found: Found, more: string) => Promise<void>> = {
  self: sendSelf, send: confirm, drop, unschedule, withdraw, correct: chooseCorrection,
  pause: (manager, found) => control(manager, found, 'pause'), resume: (manager, found) => control(manager, found, 'resume'), stop: (manager, found) => control(manager, found, 'stop'),
  report: (manager, { notice }) => {
    const thread = isInGroup(manager.desk, manager.ctx) ? threadOf(manager.ctx) : null
    return sendReport(manager.desk, notice, { chat: manager.ctx.chat?.id ?? 0, ...(thread === null ? {} : { thread }) })
  },
}

/** A press of `no:<action>:<id>:<more>`. */
export async function noticePress(manager: Composing, [action = '', id = '', more = '']: string[]): Promise<void> {
  await answerPress(manager.ctx)
  const found = await manager.desk.notices.load(id)
  if (!found) return late(manager)
  const asked = ASKS[action]
  if (Object.hasOwn(EDITS, action)) return editDraft(manager, found, [action, more])
  if (Object.hasOwn(ACTIONS, action)) return ACTIONS[action]?.(manager, found, more)
  if (asked && found.state === 'draft') return ask(manager, { id, ...asked(manager, more) })
  await late(manager)
}

/** The number was typed: it goes out, or waits for its time or the morning. */
async function sendOff(manager: Composing, { notice, state }: Found): Promise<void> {
  const { desk, ctx } = manager
  if (state !== 'draft') return late(manager)
  const expected = Number((ctx.message?.text ?? '').replace(/\s/g, ''))
  const { count } = await gatherRecipients(desk, notice)
  if (count !== expected) return void (await sayHere(ctx, { html: manager.say('notices.ask.countAgain', { count }) }))
  await forget(manager)
  if (notice.panel && notice.panel.chat === ctx.chat?.id) await showOn(ctx, notice.panel.message, { html: manager.say('notices.sentBelow', { number: notice.number }), buttons: [] })
  const message = await sayHere(ctx, { html: manager.say('notices.beginning', { number: notice.number }) })
  const placed = { ...notice, panel: { chat: ctx.chat?.id ?? 0, message } }
  if ((notice.when ?? 0) > desk.clock.now() || (!notice.urgent && isNight(desk, desk.clock.now()))) return waits(manager, placed)
  const started = await startNotice(desk, placed, ['draft'], expected)
  if (!started.ok) await sayHere(ctx, { html: manager.say('notices.ask.countAgain', { count: started.total }) })
}

/** Confirmed, and not yet to go: for its time, or for the morning. */
async function waits(manager: Composing, notice: Notice & { panel: { message: number } }): Promise<void> {
  const { desk, ctx } = manager
  const now = desk.clock.now()
  const until = (notice.when ?? 0) > now ? notice.when : null
  if (!(await scheduleNotice(desk, { ...notice, when: until ?? now }))) return late(manager)
  const html = until === null ? manager.say('notices.waitsForMorning', { from: desk.centre.noticeHours.from }) : manager.say('notices.waitsUntil', { when: momentWords(desk, manager.lang, until) })
  await showOn(ctx, notice.panel.message, { html: `${manager.say('notices.title', { number: notice.number })}\n${html}`, buttons: [[{ text: plainText(manager.say('notices.button.unschedule')), data: noticeData('unschedule', notice.id) }]] })
}

async function correctWith(manager: Composing, { notice }: Found, lang: Lang): Promise<void> {
  const text = textOf(manager.ctx.message as Message)
  const next = text && { ...notice, texts: { ...notice.texts, [lang]: text } }
  if (!next || unready(next)) return void (await sayHere(manager.ctx, { html: manager.say(next ? 'notices.lack.long' : 'notices.ask.textAgain') }))
  await forget(manager)
  if (!(await runAgain(manager.desk, next, 'correcting'))) await late(manager)
}

/** A message that answers a question about a notice. */
export async function noticeAnswer(manager: Composing, asked: { what: string; id: string }): Promise<void> {
  const found = await manager.desk.notices.load(asked.id)
  if (!found) return void (await forget(manager))
  if (asked.what === 'n-send') return sendOff(manager, found)
  if (asked.what.startsWith('n-fix.')) return correctWith(manager, found, langOf(asked.what.slice(6)) ?? 'kk')
  if (await takeAnswer(manager, found, asked.what)) await forget(manager)
}
