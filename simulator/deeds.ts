/** What persons do: each deed changes the chat and tells the bot, as the platform would. */
import type { Message, ReactionType } from '@grammyjs/types'
import { randomBytes } from 'node:crypto'
import { ApiError } from './errors.ts'
import { shallow } from './methods/compose.ts'
import { contentFor, type Sent } from './sent.ts'
import type { Inbox } from './updates.ts'
import { chatView, find, nextId, privateChat, store, userOf, type Person, type Press, type SimChat, type Stored, type World } from './world.ts'

/** Where and how something is sent. */
export interface Place {
  chat?: number | 'private' | 'staff'
  thread?: number
  reply_to?: number
}
/** What came of a deed: the messages, and the number of the last change before the bot could answer. */
export interface Done {
  messages: Message[]
  seq: number
}
/** What came of pressing a button. */
export interface Pressed {
  seq: number
  answered: boolean
  text?: string
  show_alert?: boolean
  url?: string
  copied?: string
  update_id?: number | null
}

const cannot = (why: string) => new ApiError(400, why)

/** The deeds of a world. */
export function createDeeds(world: World, inbox: Inbox) {
  const { state, clock } = world

  function person(id: number): Person {
    const found = state.persons.find((one) => one.id === Number(id))
    if (!found) throw new ApiError(404, `no person ${id}`)
    return found
  }

  function chatFor(who: Person, where: Place['chat']): SimChat {
    if (where === undefined || where === 'private' || Number(where) === who.id) return privateChat(world, who)
    const id = where === 'staff' ? state.staffChatId : Number(where)
    const chat = state.chats.find((one) => one.id === id)
    if (!chat || chat.migratedTo) throw new ApiError(404, `no chat ${where}`)
    if (!chat.members[who.id] || chat.members[who.id] === 'left') throw cannot(`${who.first_name} is not in this group`)
    return chat
  }

  function member(who: Person, from: 'member' | 'kicked', to: 'member' | 'kicked') {
    const view = (status: string) => ({ status, user: state.bot, ...(status === 'kicked' ? { until_date: 0 } : {}) })
    return inbox.push(
      'my_chat_member',
      {
        chat: chatView(world, privateChat(world, who)),
        from: userOf(who),
        date: clock.seconds(),
        old_chat_member: view(from),
        new_chat_member: view(to),
      },
      `chat:${who.id}`,
    )
  }

  function write(who: Person, place: Place, fields: Partial<Message>): Message {
    const chat = chatFor(who, place.chat)
    const thread = place.thread
    const topic = thread === undefined ? undefined : chat.topics.find((one) => one.message_thread_id === thread)
    if (thread !== undefined && !topic) throw cannot('this topic is gone')
    if (topic?.closed && chat.members[who.id] === 'member') throw cannot('this topic is closed')
    const reply = place.reply_to === undefined ? undefined : find(chat, place.reply_to)
    if (place.reply_to !== undefined && !reply) throw cannot('the message to reply to is gone')
    const inThread = thread ?? reply?.message.message_thread_id
    // in a topic Telegram shows a message that replies to nothing as a reply to the topic's first one
    const replied = reply?.message ?? (inThread ? find(chat, inThread)?.message : undefined)
    const message = {
      message_id: nextId(world, chat),
      from: userOf(who),
      chat: chatView(world, chat),
      date: clock.seconds(),
      ...(inThread ? { message_thread_id: inThread, is_topic_message: true } : {}),
      ...(replied ? { reply_to_message: shallow(replied) } : {}),
      ...fields,
    } as Message
    store(world, chat, message, { by: 'person' })
    const keyboard = chat.keyboard as { one_time_keyboard?: boolean } | undefined
    if (chat.type === 'private' && keyboard?.one_time_keyboard) delete chat.keyboard
    return message
  }

  const tell = (message: Message) => inbox.push('message', message, `chat:${message.chat.id}`)

  function begin(who: Person): void {
    if (who.blocked) {
      who.blocked = false
      member(who, 'kicked', 'member')
    }
    who.started = true
    privateChat(world, who)
    world.changed('persons')
  }

  async function send(id: number, sent: Sent & Place): Promise<Done> {
    const who = person(id)
    const isPrivate = sent.chat === undefined || sent.chat === 'private' || Number(sent.chat) === who.id
    if (isPrivate && who.blocked) throw cannot(`${who.first_name} has blocked the bot; unblock first`)
    const contents = await contentFor(world, who, sent)
    if (isPrivate && !who.started) begin(who)
    const group = sent.album ? String(Math.floor(clock.now() * 1000)) : undefined
    const messages = contents.map((content) => write(who, sent, group ? { ...content, media_group_id: group } : content))
    const seq = state.seq
    messages.forEach(tell)
    return { messages, seq }
  }

  async function start(id: number, payload?: string): Promise<Done> {
    if (payload !== undefined && !/^[\w-]{0,64}$/.test(payload)) throw cannot('a deep link carries up to 64 characters of A-Za-z0-9_-')
    begin(person(id))
    return send(id, { text: payload ? `/start ${payload}` : '/start' })
  }

  function own(who: Person, place: Place, messageId: number): Stored {
    const stored = find(chatFor(who, place.chat), messageId)
    if (!stored || stored.message.from?.id !== who.id) throw new ApiError(404, 'no such message of this person')
    return stored
  }

  async function edit(id: number, change: Sent & Place & { message_id: number }): Promise<Done> {
    const who = person(id)
    const stored = own(who, change, change.message_id)
    const media = change.photo || change.document
    const [content = {}] =
      media || change.text !== undefined ? await contentFor(world, who, change) : [{ caption: change.caption ?? '' } as Partial<Message>]
    const { photo, document, ...bare } = stored.message
    stored.message = {
      ...(media ? bare : { ...bare, ...(photo ? { photo } : {}), ...(document ? { document } : {}) }),
      ...content,
      edit_date: clock.seconds(),
    } as Message
    stored.seq = world.changed('edited', stored.message.chat.id, stored.message.message_id)
    const seq = state.seq
    inbox.push('edited_message', stored.message, `chat:${stored.message.chat.id}`)
    return { messages: [stored.message], seq }
  }

  function block(id: number): Done {
    const who = person(id)
    if (!who.blocked) {
      who.blocked = true
      member(who, 'member', 'kicked')
      world.changed('persons')
    }
    return { messages: [], seq: state.seq }
  }

  function unblock(id: number): Done {
    const who = person(id)
    if (who.blocked) begin(who)
    return { messages: [], seq: state.seq }
  }

  function react(id: number, messageId: number, place: Place, emoji: string | null): Done {
    const who = person(id)
    const chat = chatFor(who, place.chat)
    const stored = find(chat, messageId)
    if (!stored) throw new ApiError(404, 'no such message')
    const old = stored.reactions?.find(({ by }) => by === who.id)?.reaction ?? []
    const reaction = (emoji ? [{ type: 'emoji', emoji }] : []) as ReactionType[]
    stored.reactions = [...(stored.reactions ?? []).filter(({ by }) => by !== who.id), ...(reaction.length ? [{ by: who.id, reaction }] : [])]
    stored.seq = world.changed('edited', chat.id, messageId)
    inbox.push(
      'message_reaction',
      { chat: chatView(world, chat), message_id: messageId, user: userOf(who), date: clock.seconds(), old_reaction: old, new_reaction: reaction },
      `chat:${chat.id}`,
    )
    return { messages: [], seq: state.seq }
  }

  function queryOf(press: Press): unknown {
    const who = person(press.person)
    const chat = state.chats.find((one) => one.id === press.chat)
    const stored = chat && find(chat, press.message)
    const message = stored?.message ?? { chat: chat && chatView(world, chat), message_id: press.message, date: 0 }
    return { id: press.id, from: userOf(who), message, chat_instance: String(-press.chat * 7919), data: press.data }
  }

  function pressAgain(press: Press): Press {
    const next: Press = {
      id: String(BigInt(`0x${randomBytes(7).toString('hex')}`)),
      person: press.person,
      chat: press.chat,
      message: press.message,
      data: press.data,
      at: clock.now(),
    }
    state.presses = [...state.presses.slice(-999), next]
    return next
  }

  /** Emits the press; the same press twice gets a new query and a new update id, as after a reconnect. */
  function emitPress(press: Press): number | null {
    return inbox.push('callback_query', queryOf(press), `user:${press.person}`)
  }

  return { person, chatFor, send, start, edit, block, unblock, react, pressAgain, emitPress, remove: own }
}

/** The deeds. */
export type Deeds = ReturnType<typeof createDeeds>
