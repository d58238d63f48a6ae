/** What every method needs: the world, the checked parameters, the uploads. */
import type { Inbox } from '../updates.ts'
import type { Upload } from '../request.ts'
import type { Flood } from '../flood.ts'
import type { SimChat, Stored, World } from '../world.ts'
import { find } from '../world.ts'
import { badRequest, forbidden } from '../errors.ts'

/** Parameters after the schema said yes. */
// biome-ignore lint: parameters differ by method and were checked against the schema
export type Params = Record<string, any>
/** One call. */
export interface Call {
  world: World
  inbox: Inbox
  flood: Flood
  params: Params
  uploads: Record<string, Upload>
  signal: AbortSignal
}
/** A method of the Bot API. */
export type Method = (call: Call) => unknown

/** The chat meant. @throws ApiError 400 chat not found, or that it moved */
export function chatOf({ world }: Call, id: unknown): SimChat {
  const chat = world.state.chats.find((one) => String(one.id) === String(id))
  if (chat?.migratedTo) throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  if (!chat || (chat.type !== 'private' && !['administrator', 'creator', 'member'].includes(chat.members[world.state.bot.id] ?? ''))) {
    if (chat) throw forbidden('bot was kicked from the supergroup chat')
    if (world.state.persons.some((person) => String(person.id) === String(id))) throw forbidden("bot can't initiate conversation with a user")
    throw badRequest('chat not found')
  }
  return chat
}

/** The same, when something shall be sent there. @throws ApiError 403 when the person does not want it */
export function openChat(call: Call, id: unknown): SimChat {
  const chat = chatOf(call, id)
  if (chat.type !== 'private') return chat
  const person = call.world.state.persons.find((one) => one.id === chat.id)
  if (person?.deactivated) throw forbidden('user is deactivated')
  if (person?.blocked) throw forbidden('bot was blocked by the user')
  if (!person?.started) throw forbidden("bot can't initiate conversation with a user")
  return chat
}

/** The topic a message goes to, undefined for the chat itself. @throws ApiError 400 */
export function threadOf(chat: SimChat, thread: number | undefined): number | undefined {
  if (thread === undefined || thread === 0) return undefined
  const topic = chat.topics.find((one) => one.message_thread_id === thread)
  if (!topic) throw badRequest('message thread not found')
  return thread
}

/** The bot's own message, to be edited. @throws ApiError 400 */
export function editable(call: Call): { chat: SimChat; stored: Stored } {
  const { params } = call
  if (params.inline_message_id) throw badRequest('MESSAGE_ID_INVALID')
  const chat = openChat(call, params.chat_id)
  const stored = find(chat, params.message_id)
  if (!stored) throw badRequest('message to edit not found')
  if (stored.by !== 'bot' || stored.editable === false) throw badRequest("message can't be edited")
  return { chat, stored }
}
