/** Copying, forwarding, deleting. */
import type { Message } from '@grammyjs/types'
import { ApiError, badRequest } from '../errors.ts'
import { find, userOf, type SimChat, type Stored, type World } from '../world.ts'
import { chatOf, type Call, type Method } from './call.ts'
import { address, captionOf, put } from './compose.ts'

const TWO_DAYS = 48 * 3600
const CONTENT = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'voice',
  'video',
  'audio',
  'sticker',
  'contact',
  'location',
  'has_media_spoiler',
] as const

function contentOf(message: Message): Partial<Message> | null {
  const content = Object.fromEntries(CONTENT.filter((name) => message[name] !== undefined).map((name) => [name, message[name]]))
  return Object.keys(content).length > 0 ? (content as Partial<Message>) : null
}

function originOf(world: World, message: Message) {
  if (message.forward_origin) return message.forward_origin
  const person = world.state.persons.find(({ id }) => id === message.from?.id)
  return { type: 'user', date: message.date, sender_user: person ? userOf(person) : world.state.bot }
}

function source(call: Call, id: number): { stored: Stored; content: Partial<Message> } | null {
  const stored = find(chatOf(call, call.params.from_chat_id), id)
  const content = stored && contentOf(stored.message)
  return stored && content ? { stored, content } : null
}

function take(call: Call, verb: string): { stored: Stored; content: Partial<Message> } {
  const found = find(chatOf(call, call.params.from_chat_id), call.params.message_id)
  if (!found) throw badRequest(`message to ${verb} not found`)
  const taken = source(call, call.params.message_id)
  if (!taken || (verb === 'forward' && found.protect)) throw badRequest(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`)
  return taken
}

export const copyMessage: Method = (call) => {
  const { content } = take(call, 'copy')
  const { caption: _caption, caption_entities: _entities, ...bare } = content
  const kept = call.params.caption === undefined || content.text !== undefined ? content : { ...bare, ...captionOf(call.params) }
  const { chat, base } = address(call)
  const message = base(kept)
  return { message_id: put(call, chat, message).message.message_id }
}

export const forwardMessage: Method = (call) => {
  const { stored, content } = take(call, 'forward')
  const { chat, base } = address(call)
  return put(call, chat, base({ ...content, forward_origin: originOf(call.world, stored.message) as never })).message
}

function many(call: Call, forward: boolean): { message_id: number }[] {
  const found = (call.params.message_ids as number[])
    .map((id) => source(call, id))
    .filter((one) => one !== null)
    .filter(({ stored }) => !(forward && stored.protect))
  if (found.length === 0) throw badRequest(`there are no messages to ${forward ? 'forward' : 'copy'}`)
  const { chat, base } = address(call, found.length)
  const groups = new Map<string, string>()
  return found.map(({ stored, content }) => {
    const old = stored.message.media_group_id
    if (old && !groups.has(old)) groups.set(old, String(Math.floor(call.world.clock.now() * 1000) + groups.size))
    const { caption: _caption, caption_entities: _entities, ...bare } = content
    const kept = call.params.remove_caption ? bare : content
    const message = base({
      ...kept,
      ...(old ? { media_group_id: groups.get(old) ?? old } : {}),
      ...(forward ? { forward_origin: originOf(call.world, stored.message) as never } : {}),
    })
    return { message_id: put(call, chat, message).message.message_id }
  })
}

export const copyMessages: Method = (call) => many(call, false)
export const forwardMessages: Method = (call) => many(call, true)

/** Takes a message away; pins go with it. */
export function remove(world: World, chat: SimChat, stored: Stored): void {
  stored.deleted = true
  chat.pinned = chat.pinned.filter((id) => id !== stored.message.message_id)
  stored.seq = world.changed('deleted', chat.id, stored.message.message_id)
}

function deleteOne(call: Call, chat: SimChat, id: number): void {
  const stored = find(chat, id)
  if (!stored) throw badRequest('message to delete not found')
  if (call.world.clock.seconds() - stored.message.date > TWO_DAYS || stored.message.forum_topic_created) throw badRequest("message can't be deleted")
  remove(call.world, chat, stored)
}

export const deleteMessage: Method = (call) => {
  deleteOne(call, chatOf(call, call.params.chat_id), call.params.message_id)
  return true
}

export const deleteMessages: Method = (call) => {
  const chat = chatOf(call, call.params.chat_id)
  for (const id of call.params.message_ids as number[]) {
    try {
      deleteOne(call, chat, id)
    } catch (error) {
      // those that cannot be found are skipped, says the platform
      if (!(error instanceof ApiError)) throw error
    }
  }
  return true
}
