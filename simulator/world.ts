/** What the stand-in remembers: plain data, so that it can be written to a folder as it lies, and a few ways to look at it. */
import type { BotCommand, BotCommandScope, ForumTopic, MenuButton, Message, MessageEntity, ReactionType, Update, User } from '@grammyjs/types'
import { EventEmitter } from 'node:events'
import type { Clock } from './clock.ts'
import type { Files } from './files.ts'
import type { Fault } from './faults.ts'
import type { LimitSettings } from './limits.ts'

/** Somebody who can talk to the bot. */
export interface Person extends User {
  phone?: string
  started: boolean
  blocked: boolean
  deactivated?: boolean
}
/** What may be given to make a person; everything has a default. */
export interface PersonSeed {
  id?: number
  first_name?: string
  last_name?: string
  username?: string
  language_code?: string
  phone?: string
  deactivated?: boolean
  /** Has pressed Start in some life before. */
  started?: boolean
  staff?: 'creator' | 'administrator' | 'member' | 'none'
}
/** A message with what the Bot API does not show; `seq` grows with every change and orders what a reader has seen. */
export interface Stored {
  message: Message
  seq: number
  by: 'bot' | 'person' | 'service'
  deleted?: boolean
  keyboard?: unknown
  protect?: boolean
  reactions?: { by: number; reaction: ReactionType[] }[]
  editable?: boolean
}
/** A forum topic and its state. */
export interface Topic extends ForumTopic {
  closed: boolean
}
/** A private chat (its id is the person's) or the staff supergroup. */
export interface SimChat {
  id: number
  type: 'private' | 'supergroup' | 'group'
  title?: string
  forum?: boolean
  messages: Stored[]
  topics: Topic[]
  pinned: number[]
  members: Record<number, 'creator' | 'administrator' | 'member' | 'left'>
  keyboard?: unknown
  draft?: string
  next: number
  migratedTo?: number
}
/** One button press awaiting its answer. */
export interface Press {
  id: string
  person: number
  chat: number
  message: number
  data: string
  at: number
  answer?: { text?: string; show_alert?: boolean; url?: string }
}
/** An update waiting for the bot; `lane` is the queue Telegram keeps it in. */
export interface Pending {
  update: Update
  at: number
  lane: string
  again?: boolean
}
/** The bot's settings. */
export interface Settings {
  commands: { scope: BotCommandScope; language: string; commands: BotCommand[] }[]
  names: Record<string, string>
  descriptions: Record<string, string>
  shorts: Record<string, string>
  menu: Record<string, MenuButton>
  rights: Record<string, unknown>
}
/** Where updates go. */
export interface Hook {
  url: string
  secret?: string
  max: number
  lastError?: { date: number; message: string }
}
/** One call the bot made. */
export interface LogEntry {
  at: number
  method: string
  params: Record<string, unknown>
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  ms: number
}

/** Everything that survives a restart. */
export interface State {
  seq: number
  updateId: number
  privateMessageId: number
  bot: User
  staffChatId: number
  persons: Person[]
  chats: SimChat[]
  presses: Press[]
  pending: Pending[]
  settings: Settings
  hook: Hook | null
  allowed: string[] | null
}

/** What changed, for the page and for those who wait. */
export interface Change {
  seq: number
  kind: 'message' | 'edited' | 'deleted' | 'topics' | 'persons' | 'answer' | 'action' | 'reset' | 'settings' | 'draft'
  chat?: number
  data?: unknown
}

/** The state and its surroundings, handed to every part. */
export interface World {
  state: State
  clock: Clock
  files: Files
  token: string
  events: EventEmitter
  log: LogEntry[]
  faults: Fault[]
  limits: LimitSettings
  callbackLifeMs: number
  /** Notes a change, wakes those who wait, returns its number. */
  changed(kind: Change['kind'], chat?: number, data?: unknown): number
}

const TITLE = 'Қызметкерлер · Сотрудники'

/** The world before anything happened. */
export function emptyState(options: { token: string; botUsername?: string; staff?: { chatId?: number; title?: string } }): State {
  const staffChatId = options.staff?.chatId ?? -1001900000001
  const botId = Number(options.token.split(':')[0]) || 7000000001
  const bot: User = { id: botId, is_bot: true, first_name: 'Qujat', username: options.botUsername ?? 'qujat_bot' }
  const staff: SimChat = {
    id: staffChatId,
    type: 'supergroup',
    title: options.staff?.title ?? TITLE,
    forum: true,
    messages: [],
    topics: [],
    pinned: [],
    members: { [botId]: 'administrator' },
    next: 1,
  }
  return {
    seq: 0,
    updateId: 100_000_000 + Math.floor(Math.random() * 800_000_000),
    privateMessageId: 0,
    bot,
    staffChatId,
    persons: [],
    chats: [staff],
    presses: [],
    pending: [],
    settings: { commands: [], names: {}, descriptions: {}, shorts: {}, menu: {}, rights: {} },
    hook: null,
    allowed: null,
  }
}

/** Adds a person, by default a plain member of nothing. */
export function addPerson(world: World, seed: PersonSeed): Person {
  const { staff, ...given } = seed
  const id = given.id ?? Math.max(500_000_000, ...world.state.persons.map((person) => person.id)) + 1
  const known = world.state.persons.find((person) => person.id === id)
  const person = known ?? { is_bot: false, phone: `+7701${String(id).slice(-7)}`, started: false, blocked: false, first_name: 'Адам', id }
  Object.assign(person, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), { id })
  if (!known) world.state.persons.push(person)
  if (person.started) privateChat(world, person)
  const group = world.state.chats.find((chat) => chat.id === world.state.staffChatId)
  if (group && staff && staff !== 'none') group.members[id] = staff
  world.changed('persons')
  return person
}

/** The person as the Bot API shows a user. */
export function userOf(person: Person): User {
  const { phone: _phone, started: _started, blocked: _blocked, deactivated: _deactivated, ...user } = person
  return user
}

/** The private chat of a person, made when first needed. */
export function privateChat(world: World, person: Person): SimChat {
  const found = world.state.chats.find((chat) => chat.id === person.id)
  if (found) return found
  const chat: SimChat = { id: person.id, type: 'private', messages: [], topics: [], pinned: [], members: {}, next: 1 }
  world.state.chats.push(chat)
  return chat
}

/** The chat as the Bot API shows it inside a message. */
export function chatView(world: World, chat: SimChat): Message['chat'] {
  if (chat.type !== 'private')
    return { id: chat.id, type: chat.type, title: chat.title ?? '', ...(chat.forum ? { is_forum: true } : {}) } as Message['chat']
  const person = world.state.persons.find(({ id }) => id === chat.id)
  return {
    id: chat.id,
    type: 'private',
    first_name: person?.first_name ?? '',
    ...(person?.last_name ? { last_name: person.last_name } : {}),
    ...(person?.username ? { username: person.username } : {}),
  }
}

/** The next message number: one row for all private chats, one of its own for a supergroup. */
export function nextId(world: World, chat: SimChat): number {
  if (chat.type === 'private') return ++world.state.privateMessageId
  return chat.next++
}

/** Puts a message into its chat. */
export function store(world: World, chat: SimChat, message: Message, extra: Omit<Stored, 'message' | 'seq'>): Stored {
  const stored: Stored = { message, seq: 0, ...extra }
  chat.messages.push(stored)
  stored.seq = world.changed('message', chat.id, message.message_id)
  return stored
}

/** A message that is still there. */
export function find(chat: SimChat, id: number | undefined): Stored | undefined {
  return chat.messages.findLast((stored) => stored.message.message_id === id && !stored.deleted)
}

/** What two messages have in common when nothing was edited. */
export const sameEntities = (a: MessageEntity[] | undefined, b: MessageEntity[] | undefined) => JSON.stringify(a ?? []) === JSON.stringify(b ?? [])
