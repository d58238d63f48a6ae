import type { Message } from 'grammy/types'
import { audienceScreen, composerScreen, momentWords } from '../../app/notices/composer-screen.ts'
import { gatherRecipients } from '../../app/notices/gather.ts'
import { messageFor, noticeData, type Post } from '../../app/notices/post.ts'
import { sendReport } from '../../app/notices/report.ts'
import { changeRun, isNight, runAgain, scheduleNotice, startNotice } from '../../app/notices/run-notices.ts'
import { type Lang, LANGS } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { GROUP_NAMES } from '../../domain/notices/audience.ts'
import { newNotice, type Notice, type NoticeState, type NoticeText, unready } from '../../domain/notices/notice.ts'
import type { Outgoing } from '../../app/ports.ts'
import { answerPress, sayHere, showOn, threadOf } from '../review/show.ts'
import { ask, forget } from './asks.ts'
import { isInGroup, type Manager } from './for-manager.ts'
import { readLinks, readList, readMoment } from './read-notice.ts'

export type Composing = Manager & { desk: Post }
type Found = { notice: Notice; state: NoticeState }

const langOf = (text: string): Lang | null => LANGS.find((each) => each === text) ?? null
const toggled = <T>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((each) => each !== one) : [...list, one])

async function screenOf(manager: Composing, notice: Notice, kind: 'panel' | 'who'): Promise<Outgoing> {
  const count = await gatherRecipients(manager.desk, notice)
  const panel = { post: manager.desk, lang: manager.lang, notice, count }
  return kind === 'panel' ? composerScreen(panel) : audienceScreen(panel)
}

/** Puts the composer anew at the end of the chat, where the eyes are; the one before is left behind without buttons. */
async function showPanel(manager: Composing, notice: Notice, how: 'here' | 'new', kind: 'panel' | 'who' = 'panel'): Promise<void> {
  const { desk, ctx } = manager
  const screen = await screenOf(manager, notice, kind)
  const before = notice.panel
  if (how === 'here' && before && (await showOn(ctx, before.message, screen))) return
  const message = await sayHere(ctx, screen)
  await desk.notices.save({ ...notice, panel: { chat: ctx.chat?.id ?? 0, message } })
  if (before && before.chat === ctx.chat?.id) await showOn(ctx, before.message, { html: manager.say('notices.movedDown', { number: notice.number }), buttons: [] })
}

/** `/notice`: a new composer; words behind the command, or a message it answers, are its first text. */
export async function beginNotice(manager: Composing): Promise<void> {
  const { desk, ctx } = manager
  const notice = newNotice({ id: desk.newId(8), number: await desk.notices.nextNumber(), by: manager.id, at: desk.clock.now(), fallback: manager.lang })
  const replied = ctx.message?.reply_to_message
  const given = replied && replied.from?.is_bot !== true ? withMessage(notice, manager.lang, replied as Message) : notice
  await desk.notices.save(given)
  await showPanel(manager, given, 'new')
}

const textOf = (message: Message): NoticeText | null => {
  const text = message.text ?? message.caption
  return text === undefined ? null : { text, entities: (message.entities ?? message.caption_entities ?? []) as NoticeText['entities'] }
}

function mediaOf(message: Message): Notice['media'] {
  const photo = message.photo?.at(-1)
  if (photo) return { kind: 'photo', fileId: photo.file_id }
  return message.document ? { kind: 'document', fileId: message.document.file_id } : null
}

const withMessage = (notice: Notice, lang: Lang, message: Message): Notice => {
  const text = textOf(message)
  return { ...notice, media: mediaOf(message) ?? notice.media, texts: text ? { ...notice.texts, [lang]: text } : notice.texts }
}

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

/** Presses that change a draft: the notice as it is then, and which screen shows it. */
const EDITS: Record<string, (notice: Notice, more: string) => { notice: Notice; kind: 'panel' | 'who' }> = {
  panel: (notice) => ({ notice, kind: 'panel' }),
  who: (notice) => ({ notice, kind: 'who' }),
  fall: (notice) => ({ notice: { ...notice, fallback: LANGS[(LANGS.indexOf(notice.fallback) + 1) % LANGS.length] ?? 'kk' }, kind: 'panel' }),
  urge: (notice) => ({ notice: { ...notice, urgent: !notice.urgent }, kind: 'panel' }),
  grp: (notice, more) => { const group = GROUP_NAMES.find((each) => each === more); return { notice: group ? { ...notice, audience: { ...notice.audience, list: [], groups: toggled(notice.audience.groups, group) } } : notice, kind: 'who' } },
  lng: (notice, more) => { const lang = langOf(more); return { notice: lang ? { ...notice, audience: { ...notice.audience, langs: toggled(notice.audience.langs, lang) } } : notice, kind: 'who' } },
  bra: (notice, more) => ({ notice: { ...notice, audience: { ...notice.audience, list: [], branches: toggled(notice.audience.branches, more) } }, kind: 'who' }),
  all: (notice) => ({ notice: { ...notice, audience: { groups: [], professions: [], levels: [], langs: [], branches: [], list: [] } }, kind: 'who' }),
}

async function edit(manager: Composing, { notice, state }: Found, [action = '', more = '']: [string, string]): Promise<void> {
  if (state !== 'draft') return void (await sayHere(manager.ctx, { html: manager.say('notices.late') }))
  const next = EDITS[action]?.(notice, more)
  if (!next) return
  const message = manager.ctx.callbackQuery?.message?.message_id
  const placed = message === undefined ? next.notice : { ...next.notice, panel: { chat: manager.ctx.chat?.id ?? 0, message } }
  await manager.desk.notices.save(placed)
  await showPanel(manager, placed, 'here', next.kind)
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
  const count = state === 'draft' && !unready(notice) ? await gatherRecipients(desk, notice) : null
  if (count === null) return void (await sayHere(ctx, { html: manager.say('notices.late') }))
  if (count === 0) return void (await sayHere(ctx, { html: manager.say('notices.nobody') }))
  await ask(manager, { what: 'n-send', id: notice.id, html: manager.say('notices.ask.count', { count }) })
}

async function control(manager: Composing, { notice }: Found, wish: 'pause' | 'resume' | 'stop'): Promise<void> {
  if (!(await changeRun(manager.desk, notice, wish))) await sayHere(manager.ctx, { html: manager.say('notices.late') })
}

async function withdraw(manager: Composing, { notice }: Found): Promise<void> {
  if (!(await runAgain(manager.desk, notice, 'withdrawing'))) await sayHere(manager.ctx, { html: manager.say('notices.late') })
}

async function unschedule(manager: Composing, { notice }: Found): Promise<void> {
  if (!(await manager.desk.notices.move(notice.id, ['scheduled'], 'draft'))) return void (await sayHere(manager.ctx, { html: manager.say('notices.late') }))
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
  if (!found) return void (await sayHere(manager.ctx, { html: manager.say('notices.late') }))
  const asked = ASKS[action]
  if (Object.hasOwn(EDITS, action)) return edit(manager, found, [action, more])
  if (Object.hasOwn(ACTIONS, action)) return ACTIONS[action]?.(manager, found, more)
  if (asked && found.state === 'draft') return ask(manager, { id, ...asked(manager, more) })
  await sayHere(manager.ctx, { html: manager.say('notices.late') })
}

type Taken = { notice: Notice; kind?: 'who' } | { again: string; values?: Record<string, string | number> }

/** The answer to a question of the composer: the notice with it, or what is wrong with it. */
function taken(manager: Composing, notice: Notice, what: string): Taken {
  const message = manager.ctx.message as Message
  const text = message.text?.trim() ?? ''
  const [kind, more = ''] = what.split('.')
  const audience = (part: Partial<Notice['audience']>): Taken => ({ notice: { ...notice, audience: { ...notice.audience, list: [], ...part } }, kind: 'who' })
  if (kind === 'n-text') return textOf(message) ? { notice: withMessage(notice, langOf(more) ?? 'kk', message) } : { again: 'notices.ask.textAgain' }
  if (kind === 'n-file') {
    if (text === '-') return { notice: { ...notice, media: null } }
    return mediaOf(message) ? { notice: { ...withMessage(notice, notice.fallback, message), texts: message.caption && !notice.texts[notice.fallback] ? withMessage(notice, notice.fallback, message).texts : notice.texts } } : { again: 'notices.ask.fileAgain' }
  }
  if (kind === 'n-link') { const links = readLinks(text); return links ? { notice: { ...notice, links } } : { again: 'notices.ask.linkAgain' } }
  if (kind === 'n-when') { const at = readMoment(text, { now: manager.desk.clock.now(), timeZone: manager.desk.centre.timeZone }); return at === undefined ? { again: 'notices.ask.whenAgain' } : { notice: { ...notice, when: at } } }
  if (kind === 'n-lev') return audience({ levels: text === '-' ? [] : text.split(/[,;\s]+/).filter((each) => each !== '').flatMap((each) => (/^\d$/.test(each) ? [`g${each}`, `l${each}`] : /^\d\.\d$/.test(each) ? [`l${each}`] : [each])) })
  if (kind === 'n-list') { const list = readList(text); return list ? audience({ list }) : { again: 'notices.ask.listAgain' } }
  if (text === '-') return audience({ professions: [] })
  const [entry] = manager.desk.search(text, 1)
  return entry ? audience({ professions: [...new Set([...notice.audience.professions, entry.id])] }) : { again: 'notices.ask.professionAgain' }
}

/** The number was typed: it goes out, or waits for its time or the morning. */
async function sendOff(manager: Composing, { notice, state }: Found): Promise<void> {
  const { desk, ctx } = manager
  const expected = Number((ctx.message?.text ?? '').replace(/\s/g, ''))
  const placed = { ...notice, panel: { chat: ctx.chat?.id ?? 0, message: 0 } }
  const now = desk.clock.now()
  const later = (notice.when ?? 0) > now || (!notice.urgent && isNight(desk, now))
  const count = await gatherRecipients(desk, notice)
  if (state !== 'draft' || count === null) return void (await sayHere(ctx, { html: manager.say('notices.late') }))
  if (count !== expected) return void (await sayHere(ctx, { html: manager.say('notices.ask.countAgain', { count }) }))
  await forget(manager)
  if (notice.panel && notice.panel.chat === ctx.chat?.id) await showOn(ctx, notice.panel.message, { html: manager.say('notices.sentBelow', { number: notice.number }), buttons: [] })
  placed.panel.message = await sayHere(ctx, { html: manager.say('notices.beginning', { number: notice.number }) })
  if (later) {
    const when = (notice.when ?? 0) > now ? notice.when : null
    if (!(await scheduleNotice(desk, { ...placed, when: when ?? now }))) return void (await sayHere(ctx, { html: manager.say('notices.late') }))
    const html = when === null ? manager.say('notices.waitsForMorning', { from: desk.centre.noticeHours.from }) : manager.say('notices.waitsUntil', { when: momentWords(desk, manager.lang, when) })
    await showOn(ctx, placed.panel.message, { html: `${manager.say('notices.title', { number: notice.number })}\n${html}`, buttons: [[{ text: plainText(manager.say('notices.button.unschedule')), data: noticeData('unschedule', notice.id) }]] })
    return
  }
  const started = await startNotice(desk, placed, ['draft'], expected)
  if (!started.ok) await sayHere(ctx, { html: manager.say('notices.ask.countAgain', { count: started.total }) })
}

async function correctWith(manager: Composing, { notice }: Found, lang: Lang): Promise<void> {
  const text = textOf(manager.ctx.message as Message)
  const next = text && { ...notice, texts: { ...notice.texts, [lang]: text } }
  if (!next || unready(next)) return void (await sayHere(manager.ctx, { html: manager.say(next ? 'notices.lack.long' : 'notices.ask.textAgain') }))
  await forget(manager)
  if (!(await runAgain(manager.desk, next, 'correcting'))) await sayHere(manager.ctx, { html: manager.say('notices.late') })
}

/** A message that answers a question of the composer. */
export async function noticeAnswer(manager: Composing, asked: { what: string; id: string }): Promise<void> {
  const { desk, ctx } = manager
  const found = await desk.notices.load(asked.id)
  if (!found) return void (await forget(manager))
  if (asked.what === 'n-send') return sendOff(manager, found)
  if (asked.what.startsWith('n-fix.')) return correctWith(manager, found, langOf(asked.what.slice(6)) ?? 'kk')
  if (found.state !== 'draft') return void (await sayHere(ctx, { html: manager.say('notices.late') }))
  const next = taken(manager, found.notice, asked.what)
  if ('again' in next) return void (await sayHere(ctx, { html: manager.say(next.again, next.values ?? {}) }))
  await forget(manager)
  await desk.notices.save(next.notice)
  await showPanel(manager, next.notice, 'new', next.kind ?? 'panel')
}

