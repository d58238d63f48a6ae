/** A small typed client of the control interface, for journeys: persons say, press, send and expect, over HTTP. */
import type { InlineKeyboardButton, Message } from '@grammyjs/types'
import type { Pressed } from './deeds.ts'
import type { Fault } from './faults.ts'
import type { LimitOption } from './flood.ts'
import type { TopicView } from './group.ts'
import type { ChatView } from './operations.ts'
import { transcriptOf } from './transcript.ts'
import type { LogEntry, Person, PersonSeed, Stored } from './world.ts'

/** Text that matches: a part of the text, or a pattern. */
export type Match = string | RegExp
/** A button: its label, a pattern for the label, or its callback data. */
export type ButtonMatch = Match | { data: Match }
/** How to make a person. */
export interface NewPerson {
  firstName?: string
  lastName?: string
  username?: string
  language?: string
  phone?: string
  id?: number
  staff?: PersonSeed['staff']
}
/** A file to be sent. */
export interface FileToSend {
  bytes: Uint8Array
  name?: string
  mime?: string
  caption?: string
  kind?: 'photo' | 'document'
  hd?: boolean
}

const PATIENCE = 8000
const fits = (text: string, match: Match) => (typeof match === 'string' ? text.includes(match) : match.test(text))
const wire = ({ bytes, ...rest }: FileToSend) => ({ ...rest, base64: Buffer.from(bytes).toString('base64') })
/** The words of a message, wherever they are. */
export const textOf = (message: Message) => message.text ?? message.caption ?? ''
/** All inline buttons of a message. */
export const buttonsOf = (message: Message): InlineKeyboardButton[] => (message.reply_markup?.inline_keyboard ?? []).flat()

/** A client of the stand-in listening at `url`. */
export function connectSimulator(url: string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/sim${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const result = (await response.json()) as T & { error?: string }
    if (!response.ok) throw new Error(`${method} ${path}: ${result.error ?? response.status}`)
    return result
  }
  const get = <T>(path: string) => call<T>('GET', path)
  const post = <T>(path: string, body: unknown = {}) => call<T>('POST', path, body)

  /** One person in one place: the private chat, or a topic of the staff group. */
  function voice(person: Person, chat: 'private' | 'staff', thread?: number) {
    let since = 0
    const address = chat === 'private' ? String(person.id) : 'staff'
    const where = { chat, ...(thread === undefined ? {} : { thread }) }
    const view = (after: number, wait = 0) =>
      get<ChatView>(`/chats/${address}/messages?after=${after}&wait=${wait}${thread === undefined ? '' : `&thread=${thread}`}`)
    const visible = async () => (await view(0)).messages

    async function acts<T extends { seq: number }>(path: string, body: unknown): Promise<T> {
      const done = await post<T>(`/persons/${person.id}/${path}`, body)
      since = done.seq
      return done
    }
    const sends = async (body: object) => (await acts<{ seq: number; messages: Message[] }>('send', { ...where, ...body })).messages
    const one = async (body: object) => (await sends(body))[0] as Message
    const transcript = async () => transcriptOf(await visible())
    const fail = async (why: string): Promise<never> => {
      throw new Error(`${person.first_name}: ${why}\n--- the chat ---\n${await transcript()}\n---`)
    }

    /** Waits for a message of the bot, new or edited, that came after this person's last action. */
    async function expects(match: Match, { timeout = PATIENCE }: { timeout?: number } = {}): Promise<Message> {
      const end = Date.now() + timeout
      let after = since
      for (;;) {
        const left = end - Date.now()
        const seen = await view(after, Math.max(1, Math.min(left, 5000)))
        const found = seen.messages.findLast(
          ({ message, by, deleted, seq }) => by !== 'person' && !deleted && seq > since && fits(textOf(message), match),
        )
        if (found) return found.message
        if (left <= 0) return fail(`expected ${String(match)} within ${timeout} ms`)
        after = Math.max(after, ...seen.messages.map(({ seq }) => seq))
      }
    }

    /** No message that matches may come for a while. */
    async function expectsNothing(match: Match = /[^]*/, { within = 400 }: { within?: number } = {}): Promise<void> {
      await new Promise((resolve) => {
        setTimeout(resolve, within)
      })
      const { messages } = await view(since)
      const found = messages.find(({ message, by, deleted }) => by === 'bot' && !deleted && fits(textOf(message), match))
      if (found) await fail(`expected no ${String(match)}, but the bot said: ${textOf(found.message)}`)
    }

    const wanted = (match: ButtonMatch) => (button: InlineKeyboardButton) =>
      typeof match === 'string'
        ? button.text === match || button.text.includes(match)
        : match instanceof RegExp
          ? match.test(button.text)
          : 'callback_data' in button && fits(button.callback_data, match.data)

    function locate(messages: Stored[], match: ButtonMatch, after: number) {
      for (const { message, seq, deleted } of [...messages].reverse()) {
        if (deleted || seq <= after) continue
        const buttons = buttonsOf(message)
        const button = buttons.find((key) => key.text === match) ?? buttons.find(wanted(match))
        if (button) return { message, button }
      }
      return null
    }

    /** Presses the newest such button; a label of the reply keyboard is said (or shares the contact). */
    async function presses(
      match: ButtonMatch,
      { timeout = 5000, wait, message: only }: { timeout?: number; wait?: number; message?: Message } = {},
    ): Promise<Pressed> {
      const began = Date.now()
      for (;;) {
        const all = await view(0)
        const messages = only ? all.messages.filter(({ message }) => message.message_id === only.message_id) : all.messages
        const waited = Date.now() - began
        // a moment's grace: the message this press is meant for may still be on its way
        const found = locate(messages, match, only ? 0 : since) ?? (waited > 500 ? locate(messages, match, 0) : null)
        if (found)
          return acts<Pressed>('press', {
            ...where,
            message_id: found.message.message_id,
            ...('callback_data' in found.button ? { data: found.button.callback_data } : { text: found.button.text }),
            ...(wait === undefined ? {} : { wait }),
          })
        const key = keyOf(all.keyboard, match)
        if (key) {
          await sends(key.request_contact ? { contact: true } : { text: key.text })
          return { seq: since, answered: true }
        }
        if (waited > timeout)
          return fail(`there is no button ${typeof match === 'object' && !(match instanceof RegExp) ? JSON.stringify(match) : String(match)}`)
        await view(all.seq, 100)
      }
    }

    return {
      person,
      id: person.id,
      /** Start was pressed in a private chat; see `start` of the person. */
      begins: async (payload?: string) =>
        (await acts<{ seq: number; messages: Message[] }>('start', payload === undefined ? {} : { payload })).messages[0] as Message,
      says: (text: string) => one({ text }),
      replies: (to: Message, text: string) => one({ text, reply_to: to.message_id }),
      sendsPhoto: (bytes: Uint8Array, options: { caption?: string; hd?: boolean } = {}) => one({ photo: wire({ bytes, ...options }) }),
      sendsFile: (bytes: Uint8Array, name: string, mime: string, options: { caption?: string } = {}) =>
        one({ document: wire({ bytes, name, mime, ...options }) }),
      sendsAlbum: (parts: (Uint8Array | FileToSend)[]) =>
        sends({ album: parts.map((part) => wire(part instanceof Uint8Array ? { bytes: part } : part)) }),
      sendsLivePhoto: (bytes: Uint8Array, options: { caption?: string } = {}) => one({ live_photo: wire({ bytes, ...options }) }),
      sendsVideo: (bytes: Uint8Array = Buffer.from('film')) => one({ video: wire({ bytes }) }),
      sendsLocation: (latitude = 52.04, longitude = 76.92) => one({ location: { latitude, longitude } }),
      sendsVoice: () => one({ voice: true }),
      sendsSticker: (emoji = '👍') => one({ sticker: emoji }),
      forwards: (message: Message) => one({ forward: { chat: message.chat.id, message_id: message.message_id } }),
      sharesContact: (contact: true | { phone_number: string; first_name: string; user_id?: number } = true) => one({ contact }),
      edits: async (message: Message, change: { text?: string; caption?: string; photo?: Uint8Array }) =>
        (
          await acts<{ seq: number; messages: Message[] }>('edit', {
            ...where,
            message_id: message.message_id,
            ...change,
            ...(change.photo ? { photo: wire({ bytes: change.photo }) } : {}),
          })
        ).messages[0] as Message,
      reacts: (message: Message, emoji: string | null) => acts('react', { ...where, message_id: message.message_id, emoji }),
      presses,
      expects,
      expectsNothing,
      transcript,
      /** The last press again, under a new update id. */
      pressesAgain: (wait?: number) => acts<Pressed>('press-again', wait === undefined ? {} : { wait }),
      /** A press of a button that is no longer there, as from an app that did not see the edit. */
      pressesStale: (message: Message, data: string, wait?: number) =>
        acts<Pressed>('press', { ...where, message_id: message.message_id, data, stale: true, ...(wait === undefined ? {} : { wait }) }),
      messages: async () => (await visible()).map(({ message }) => message),
      /** The bytes behind a message: the largest photo size or the file. */
      downloads: (message: Message) => download(message),
    }
  }

  async function download(message: Message): Promise<Buffer> {
    const file = message.document ?? message.photo?.at(-1) ?? message.voice ?? message.video ?? message.sticker
    if (!file) throw new Error('this message has no file')
    const response = await fetch(`${url}/sim/files/${file.file_id}`)
    if (!response.ok) throw new Error(`the file cannot be fetched: ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  async function person(given: NewPerson = {}) {
    const { firstName, lastName, language, ...rest } = given
    // somebody already there, named by the id, stays as he is
    const fresh = given.id === undefined ? { first_name: 'Айгүл', language_code: 'kk' } : {}
    const made = await post<Person>('/persons', {
      ...fresh,
      ...rest,
      ...(firstName ? { first_name: firstName } : {}),
      ...(lastName ? { last_name: lastName } : {}),
      ...(language ? { language_code: language } : {}),
    })
    const own = voice(made, 'private')
    return {
      ...own,
      /** Presses Start, with a deep link's payload or without. */
      start: (payload?: string) => own.begins(payload),
      blocks: () => post(`/persons/${made.id}/block`),
      unblocks: () => post(`/persons/${made.id}/unblock`),
      /** The same person in the staff group: in a topic, or in the general one. */
      inGroup: (thread?: number) => voice(made, 'staff', thread),
      commands: (chat: 'private' | 'staff' = 'private') =>
        get<{ command: string; description: string }[]>(`/persons/${made.id}/commands?chat=${chat}`),
    }
  }

  return {
    url,
    person,
    topics: () => get<TopicView[]>('/topics'),
    /** Messages of the staff group, of one topic when it is named (0 is the general one). */
    groupMessages: async (thread?: number) =>
      (await get<ChatView>(`/chats/staff/messages${thread === undefined ? '' : `?thread=${thread}`}`)).messages.map(({ message }) => message),
    log: () => get<LogEntry[]>('/log'),
    faults: (...faults: Fault[]) => post('/faults', { faults }),
    clearFaults: () => call('DELETE', '/faults'),
    limits: (limits: LimitOption) => post('/limits', { limits }),
    advance: (ms: number) => post('/clock', { advance: ms }),
    redeliver: (updateId?: number) => post<{ update_id: number }>('/redeliver', { update_id: updateId }),
    expirePresses: () => post('/expire-presses'),
    migrate: (chatId?: number) => post<{ chat_id: number }>('/migrate', { chat_id: chatId }),
    deleteTopic: (thread: number) => post(`/topics/${thread}/delete`),
    /** A person (or the bot) enters, leaves or gets a role in the staff group. */
    setMember: (id: number, status: 'creator' | 'administrator' | 'member' | 'left') => post(`/members/${id}`, { status }),
    pending: () => get<{ update_id: number }[]>('/pending'),
    state: () => get<{ staffChatId: number; token: string; seq: number; now: number }>('/state'),
    reset: () => post('/reset'),
  }
}

function keyOf(keyboard: unknown, match: ButtonMatch): { text: string; request_contact?: boolean } | undefined {
  const rows = (keyboard as { keyboard?: (string | { text: string; request_contact?: boolean })[][] } | null)?.keyboard ?? []
  const keys = rows.flat().map((key) => (typeof key === 'string' ? { text: key } : key))
  return typeof match === 'string' || match instanceof RegExp
    ? keys.find(({ text }) => (typeof match === 'string' ? text.includes(match) : match.test(text)))
    : undefined
}

/** The client. */
export type SimulatorClient = ReturnType<typeof connectSimulator>
/** A person of the client. */
export type SimulatedPerson = Awaited<ReturnType<SimulatorClient['person']>>
