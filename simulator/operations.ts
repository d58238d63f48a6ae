/** Everything a test or the page can do with the stand-in; over HTTP and as methods alike. */
import type { InlineKeyboardButton, Update } from '@grammyjs/types'
import type { Deeds, Done, Place, Pressed } from './deeds.ts'
import { ApiError } from './errors.ts'
import type { Fault } from './faults.ts'
import { limitSettings, type Flood, type LimitOption } from './flood.ts'
import { createGroup } from './group.ts'
import { dropTopic } from './methods/topics.ts'
import { remove } from './methods/copies.ts'
import type { Sent } from './sent.ts'
import type { Inbox } from './updates.ts'
import {
  addPerson,
  emptyState,
  find,
  privateChat,
  type LogEntry,
  type Person,
  type PersonSeed,
  type SimChat,
  type Stored,
  type World,
} from './world.ts'

/** Which button, of which message. */
export interface PressWish extends Place {
  message_id: number
  data?: string
  text?: string
  wait?: number
  stale?: boolean
}
/** A look into a chat. */
export interface ChatView {
  seq: number
  chat: number
  messages: Stored[]
  keyboard: unknown
  pinned: number[]
  draft: string | undefined
}

const PRESS_PATIENCE = 10_000

/** The operations. */
export function createOperations(world: World, inbox: Inbox, flood: Flood, deeds: Deeds, seeds: PersonSeed[]) {
  const { state } = world
  const history: { update: Update; lane: string }[] = []
  world.events.on('update', (pending: { update: Update; lane: string }) => {
    if (!history.some(({ update }) => update === pending.update)) history.push({ update: pending.update, lane: pending.lane })
    if (history.length > 500) history.shift()
  })

  const staff = () => {
    const chat = state.chats.find(({ id }) => id === state.staffChatId)
    if (!chat) throw new ApiError(404, 'no staff group')
    return chat
  }

  function chat(which: number | string): SimChat {
    if (which === 'staff') return staff()
    const person = state.persons.find(({ id }) => id === Number(which))
    const found = state.chats.find(({ id }) => id === Number(which)) ?? (person && privateChat(world, person))
    if (!found) throw new ApiError(404, `no chat ${which}`)
    return found
  }

  /** Resolves true when `ready` holds after some change, false when the time is over. */
  function until(ready: () => boolean, ms: number): Promise<boolean> {
    if (ready()) return Promise.resolve(true)
    return new Promise((resolve) => {
      const done = (value: boolean) => {
        clearTimeout(timer)
        world.events.off('change', look)
        resolve(value)
      }
      const look = () => {
        if (ready()) done(true)
      }
      const timer = setTimeout(() => done(false), ms)
      world.events.on('change', look)
    })
  }

  async function messages(
    which: number | string,
    { after = 0, thread, wait = 0 }: { after?: number; thread?: number; wait?: number } = {},
  ): Promise<ChatView> {
    const place = chat(which)
    // 0 is the group's general topic
    const fits = (stored: Stored) => stored.seq > after && (thread === undefined || (stored.message.message_thread_id ?? 0) === thread)
    if (wait > 0) await until(() => place.messages.some(fits), wait)
    return {
      seq: state.seq,
      chat: place.id,
      messages: place.messages.filter((one) => fits(one) && (after > 0 || !one.deleted)),
      keyboard: place.keyboard ?? null,
      pinned: place.pinned,
      draft: place.draft,
    }
  }

  function button(stored: Stored | undefined, wish: PressWish): InlineKeyboardButton | undefined {
    const buttons = (stored?.message.reply_markup?.inline_keyboard ?? []).flat()
    return buttons.find((one) => (wish.data === undefined ? one.text === wish.text : 'callback_data' in one && one.callback_data === wish.data))
  }

  async function press(person: number, wish: PressWish): Promise<Pressed> {
    const who = deeds.person(person)
    const place = deeds.chatFor(who, wish.chat)
    const found = button(find(place, wish.message_id), wish)
    if (!found && !(wish.stale && wish.data)) throw new ApiError(400, `message ${wish.message_id} has no such button`)
    if (found && 'disabled' in found) throw new ApiError(400, `the button "${found.text}" is disabled`)
    if (found && 'url' in found) return { seq: state.seq, answered: true, url: found.url }
    if (found && 'copy_text' in found) return { seq: state.seq, answered: true, copied: found.copy_text.text }
    const data = found && 'callback_data' in found ? found.callback_data : wish.data
    if (data === undefined) throw new ApiError(400, 'the simulator cannot press such a button')
    return again({ id: '', person, chat: place.id, message: wish.message_id, data, at: 0 }, wish.wait)
  }

  async function again(old: Parameters<Deeds['pressAgain']>[0], wait = PRESS_PATIENCE): Promise<Pressed> {
    const made = deeds.pressAgain(old)
    const seq = state.seq
    const update_id = deeds.emitPress(made)
    if (wait > 0) await until(() => Boolean(made.answer), wait)
    return { seq, update_id, answered: Boolean(made.answer), ...made.answer }
  }

  /** The last press of a person comes once more under a new update id, as the app sends it after a reconnect. */
  function pressAgain(person: number, wait?: number): Promise<Pressed> {
    const last = state.presses.findLast((one) => one.person === Number(person))
    if (!last) throw new ApiError(404, 'this person has pressed nothing')
    return again(last, wait)
  }

  /** An update comes once more under the same id, as after an answer that was lost; the last one when none is named. */
  function redeliver(updateId?: number): number {
    const found = updateId === undefined ? history.at(-1) : history.findLast(({ update }) => update.update_id === updateId)
    if (!found) throw new ApiError(404, 'no such update')
    inbox.again(found.update, found.lane)
    return found.update.update_id
  }

  const { migrate, topics, commands, setMember } = createGroup({ world, inbox, deeds, staff })
  const spoken = (words: Record<string, string>, language: string | undefined) => words[language ?? ''] ?? words['']

  return {
    persons: (): Person[] => state.persons,
    addPerson: (seed: PersonSeed): Person => addPerson(world, seed),
    send: (person: number, sent: Sent & Place): Promise<Done> => deeds.send(person, sent),
    start: (person: number, payload?: string): Promise<Done> => deeds.start(person, payload),
    edit: (person: number, change: Sent & Place & { message_id: number }): Promise<Done> => deeds.edit(person, change),
    block: (person: number): Done => deeds.block(person),
    unblock: (person: number): Done => deeds.unblock(person),
    react: (person: number, messageId: number, place: Place, emoji: string | null): Done => deeds.react(person, messageId, place, emoji),
    /** A person takes back a message; the bot is not told. */
    takeBack: (person: number, place: Place, messageId: number) => {
      const who = deeds.person(person)
      remove(world, deeds.chatFor(who, place.chat), deeds.remove(who, place, messageId))
    },
    press,
    pressAgain,
    redeliver,
    migrate,
    setMember,
    messages,
    topics,
    commands,
    chat,
    /** Staff delete a topic with all its messages; the bot is not told. */
    deleteTopic: (thread: number) => dropTopic(world, staff(), thread),
    /** The bot's face for somebody of this language. */
    profile: (language?: string) => ({
      name: spoken(state.settings.names, language) ?? state.bot.first_name,
      username: state.bot.username ?? '',
      description: spoken(state.settings.descriptions, language) ?? '',
      short: spoken(state.settings.shorts, language) ?? '',
    }),
    file: (fileId: string) => world.files.get(fileId),
    log: (): LogEntry[] => world.log,
    faults: (faults: Fault[]) => {
      world.faults.push(...faults.map((fault) => ({ ...fault })))
    },
    clearFaults: () => {
      world.faults.length = 0
    },
    limits: (option: LimitOption) => {
      Object.assign(world.limits, limitSettings(option))
      flood.clear()
    },
    /** Moves the clock forward. */
    advance: (ms: number) => {
      world.clock.advance(ms)
      inbox.expire()
    },
    /** All presses so far become too old to be answered. */
    expirePresses: () => {
      for (const one of state.presses) one.at = 0
    },
    pending: () => state.pending.map(({ update }) => update),
    /** Everything as at the beginning; the webhook and what the bot wants to hear stay. */
    reset: () => {
      const { hook, allowed, seq, updateId, settings } = state
      Object.assign(
        state,
        emptyState({
          token: world.token,
          ...(state.bot.username ? { botUsername: state.bot.username } : {}),
          staff: { chatId: state.staffChatId, title: staff().title ?? '' },
        }),
        { hook, allowed, seq, updateId, settings },
      )
      world.log.length = 0
      world.faults.length = 0
      history.length = 0
      flood.clear()
      world.files.clear()
      for (const seed of seeds) addPerson(world, seed)
      world.changed('reset')
    },
    state,
  }
}

/** The operations of one stand-in. */
export type Operations = ReturnType<typeof createOperations>
