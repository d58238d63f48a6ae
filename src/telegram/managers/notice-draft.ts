import type { Message } from 'grammy/types'
import { audienceScreen, composerScreen } from '../../app/notices/composer-screen.ts'
import { gatherRecipients } from '../../app/notices/gather.ts'
import type { Post } from '../../app/notices/post.ts'
import { type Lang, LANGS } from '../../domain/case/case.ts'
import { GROUP_NAMES } from '../../domain/notices/audience.ts'
import { newNotice, type Notice, type NoticeState, type NoticeText } from '../../domain/notices/notice.ts'
import { sayHere, showOn } from '../review/show.ts'
import type { Manager } from './for-manager.ts'
import { readLevels, readLinks, readList, readMoment } from './read-notice.ts'

export type Composing = Manager & { desk: Post }
export type Found = { notice: Notice; state: NoticeState }

export const langOf = (text: string): Lang | null => LANGS.find((each) => each === text) ?? null
const toggled = <T>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((each) => each !== one) : [...list, one])
export const late = async ({ ctx, say }: Composing): Promise<void> => void (await sayHere(ctx, { html: say('notices.late') }))

/** Puts the composer anew at the end of the chat, where the eyes are; the one before is left behind without buttons. */
export async function showPanel(manager: Composing, notice: Notice, how: 'here' | 'new', kind: 'panel' | 'who' = 'panel'): Promise<void> {
  const { desk, ctx, lang } = manager
  const { count } = await gatherRecipients(desk, notice)
  const screen = (kind === 'panel' ? composerScreen : audienceScreen)({ post: desk, lang, notice, count })
  const before = notice.panel
  if (how === 'here' && before && (await showOn(ctx, before.message, screen))) return
  const message = await sayHere(ctx, screen)
  await desk.notices.save({ ...notice, panel: { chat: ctx.chat?.id ?? 0, message } })
  if (before && before.chat === ctx.chat?.id) await showOn(ctx, before.message, { html: manager.say('notices.movedDown', { number: notice.number }), buttons: [] })
}

/** `/notice`: a new composer; a message that it answers is its first text. */
export async function beginNotice(manager: Composing): Promise<void> {
  const { desk, ctx } = manager
  const notice = newNotice({ id: desk.newId(8), number: await desk.notices.nextNumber(), by: manager.id, at: desk.clock.now(), fallback: manager.lang })
  const replied = ctx.message?.reply_to_message
  const given = replied && replied.from?.is_bot !== true ? withMessage(notice, manager.lang, replied as Message) : notice
  await desk.notices.save(given)
  await showPanel(manager, given, 'new')
}

export const textOf = (message: Message): NoticeText | null => {
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

/** A condition more or less; whoever sets one gives up the list, for a list stands alone. */
const addressed = (notice: Notice, part: Partial<Notice['audience']>): { notice: Notice; kind: 'who' } => ({ notice: { ...notice, audience: { ...notice.audience, list: [], ...part } }, kind: 'who' })

/** Presses that change a draft: the notice as it is then, and which screen shows it. */
export const EDITS: Record<string, (notice: Notice, more: string) => { notice: Notice; kind: 'panel' | 'who' }> = {
  panel: (notice) => ({ notice, kind: 'panel' }),
  who: (notice) => ({ notice, kind: 'who' }),
  fall: (notice) => ({ notice: { ...notice, fallback: LANGS[(LANGS.indexOf(notice.fallback) + 1) % LANGS.length] ?? 'kk' }, kind: 'panel' }),
  urge: (notice) => ({ notice: { ...notice, urgent: !notice.urgent }, kind: 'panel' }),
  grp: (notice, more) => addressed(notice, { groups: GROUP_NAMES.filter((each) => each === more).reduce<Notice['audience']['groups']>(toggled, notice.audience.groups) }),
  // A list names people, whatever their state; their language may still be chosen.
  lng: (notice, more) => addressed(notice, { list: notice.audience.list, langs: LANGS.filter((each) => each === more).reduce<Lang[]>(toggled, notice.audience.langs) }),
  bra: (notice, more) => addressed(notice, { branches: toggled(notice.audience.branches, more) }),
  all: (notice) => addressed(notice, { groups: [], professions: [], levels: [], langs: [], branches: [] }),
}

export async function editDraft(manager: Composing, { notice }: Found, [action = '', more = '']: [string, string]): Promise<void> {
  const next = EDITS[action]?.(notice, more)
  if (!next) return
  const message = manager.ctx.callbackQuery?.message?.message_id
  const placed = message === undefined ? next.notice : { ...next.notice, panel: { chat: manager.ctx.chat?.id ?? 0, message } }
  if (!(await manager.desk.notices.save(placed))) return late(manager)
  await showPanel(manager, placed, 'here', next.kind)
}

type Taken = { notice: Notice; kind?: 'who' } | { again: string }
type Taking = { manager: Composing; notice: Notice; message: Message; text: string; more: string }

function takenFile({ notice, message, text }: Taking): Taken {
  if (text === '-') return { notice: { ...notice, media: null } }
  const next = withMessage(notice, notice.fallback, message)
  if (next.media === notice.media) return { again: 'notices.ask.fileAgain' }
  // A caption is the text only where there is none yet.
  return { notice: notice.texts[notice.fallback] ? { ...next, texts: notice.texts } : next }
}

function takenProfession({ manager, notice, text }: Taking): Taken {
  if (text === '-') return addressed(notice, { professions: [] })
  const [entry] = manager.desk.search(text, 1)
  return entry ? addressed(notice, { professions: [...new Set([...notice.audience.professions, entry.id])] }) : { again: 'notices.ask.professionAgain' }
}

/** What an answer to a question of the composer makes of the draft, or what is wrong with it. */
const TAKE: Record<string, (taking: Taking) => Taken> = {
  'n-text': ({ notice, message, more }) => (textOf(message) ? { notice: withMessage(notice, langOf(more) ?? 'kk', message) } : { again: 'notices.ask.textAgain' }),
  'n-file': takenFile,
  'n-link': ({ notice, text }) => { const links = readLinks(text); return links ? { notice: { ...notice, links } } : { again: 'notices.ask.linkAgain' } },
  'n-when': ({ manager: { desk }, notice, text }) => {
    const when = readMoment(text, { now: desk.clock.now(), timeZone: desk.centre.timeZone })
    return when === undefined ? { again: 'notices.ask.whenAgain' } : { notice: { ...notice, when } }
  },
  'n-lev': ({ notice, text }) => addressed(notice, { levels: readLevels(text) }),
  'n-list': ({ notice, text }) => { const list = readList(text); return list ? addressed(notice, { list }) : { again: 'notices.ask.listAgain' } },
  'n-pro': takenProfession,
}

/** A message that answers a question of the composer. False when it must be asked again, or came too late. */
export async function takeAnswer(manager: Composing, { notice, state }: Found, what: string): Promise<boolean> {
  const [kind = '', more = ''] = what.split('.')
  const message = manager.ctx.message as Message
  const next = state === 'draft' ? TAKE[kind]?.({ manager, notice, message, text: message.text?.trim() ?? '', more }) : undefined
  if (next && 'again' in next) return void (await sayHere(manager.ctx, { html: manager.say(next.again) })), false
  if (!next || !(await manager.desk.notices.save(next.notice))) return void (await late(manager)), false
  await showPanel(manager, next.notice, 'new', next.kind ?? 'panel')
  return true
}
