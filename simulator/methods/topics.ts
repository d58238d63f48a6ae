/** Forum topics and pinned messages. */
import type { Message } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { TOPIC_ICONS, iconEmoji } from '../icons.ts'
import { chatView, find, nextId, store, type SimChat, type Topic, type World } from '../world.ts'
import { chatOf, openChat, type Call, type Method } from './call.ts'
import { shallow } from './compose.ts'

const COLORS = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

/** A service message of the bot; the bot hears of it as everybody does. */
function notice(call: Call, chat: SimChat, thread: number | undefined, fields: Partial<Message>): Message {
  const { world, inbox } = call
  const id = nextId(world, chat)
  const topic = fields.forum_topic_created ? id : thread
  const message = {
    message_id: id,
    from: world.state.bot,
    chat: chatView(world, chat),
    date: world.clock.seconds(),
    ...(topic ? { message_thread_id: topic, is_topic_message: true } : {}),
    ...fields,
  } as Message
  store(world, chat, message, { by: 'service' })
  inbox.push('message', message, `chat:${chat.id}`)
  return message
}

function forum(call: Call): SimChat {
  const chat = openChat(call, call.params.chat_id)
  if (!chat.forum) throw badRequest('the chat is not a forum')
  return chat
}

function topicOf(chat: SimChat, thread: number): Topic {
  const topic = chat.topics.find((one) => one.message_thread_id === thread)
  if (!topic) throw badRequest('message thread not found')
  return topic
}

const checkIcon = (id: unknown) => {
  if (id && !iconEmoji(String(id))) throw badRequest('DOCUMENT_INVALID')
}

export const getForumTopicIconStickers: Method = () => TOPIC_ICONS

export const createForumTopic: Method = (call) => {
  const { world, params } = call
  const chat = forum(call)
  checkIcon(params.icon_custom_emoji_id)
  if (params.icon_color !== undefined && !COLORS.includes(params.icon_color)) throw badRequest('TOPIC_ICON_COLOR_INVALID')
  call.flood.spend(world.limits, chat, 1)
  const look = {
    name: params.name as string,
    icon_color: (params.icon_color ?? COLORS[0]) as number,
    ...(params.icon_custom_emoji_id ? { icon_custom_emoji_id: params.icon_custom_emoji_id as string } : {}),
  }
  const message = notice(call, chat, undefined, { forum_topic_created: look })
  const topic: Topic = { message_thread_id: message.message_id, ...look, closed: false }
  chat.topics.push(topic)
  world.changed('topics', chat.id)
  const { closed: _closed, ...shown } = topic
  return shown
}

export const editForumTopic: Method = (call) => {
  const { world, params } = call
  const chat = forum(call)
  const topic = topicOf(chat, params.message_thread_id)
  checkIcon(params.icon_custom_emoji_id)
  const name = params.name || topic.name
  const icon = params.icon_custom_emoji_id ?? topic.icon_custom_emoji_id ?? ''
  if (name === topic.name && icon === (topic.icon_custom_emoji_id ?? '')) throw badRequest('TOPIC_NOT_MODIFIED')
  call.flood.spend(world.limits, chat, 1)
  topic.name = name
  if (icon) topic.icon_custom_emoji_id = icon
  else delete topic.icon_custom_emoji_id
  notice(call, chat, topic.message_thread_id, {
    forum_topic_edited: { ...(params.name ? { name } : {}), ...(params.icon_custom_emoji_id !== undefined ? { icon_custom_emoji_id: icon } : {}) },
  })
  world.changed('topics', chat.id)
  return true
}

const closing =
  (closed: boolean): Method =>
  (call) => {
    const chat = forum(call)
    const topic = topicOf(chat, call.params.message_thread_id)
    if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED')
    call.flood.spend(call.world.limits, chat, 1)
    topic.closed = closed
    notice(call, chat, topic.message_thread_id, closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} })
    call.world.changed('topics', chat.id)
    return true
  }
export const closeForumTopic = closing(true)
export const reopenForumTopic = closing(false)

/** A topic goes with all its messages, whatever their age. */
export function dropTopic(world: World, chat: SimChat, thread: number): void {
  topicOf(chat, thread)
  chat.topics = chat.topics.filter((one) => one.message_thread_id !== thread)
  const gone = chat.messages.filter(({ message, deleted }) => message.message_thread_id === thread && !deleted)
  for (const stored of gone) {
    stored.deleted = true
    stored.seq = world.changed('deleted', chat.id, stored.message.message_id)
  }
  chat.pinned = chat.pinned.filter((id) => find(chat, id))
  world.changed('topics', chat.id)
}

export const deleteForumTopic: Method = (call) => {
  dropTopic(call.world, forum(call), call.params.message_thread_id)
  return true
}

export const pinChatMessage: Method = (call) => {
  const chat = openChat(call, call.params.chat_id)
  const stored = find(chat, call.params.message_id)
  if (!stored) throw badRequest('message to pin not found')
  if (chat.pinned.includes(stored.message.message_id)) return true
  chat.pinned.push(stored.message.message_id)
  notice(call, chat, stored.message.message_thread_id, { pinned_message: shallow(stored.message) as never })
  return true
}

export const unpinChatMessage: Method = (call) => {
  const chat = openChat(call, call.params.chat_id)
  const id = call.params.message_id ?? chat.pinned.at(-1)
  if (!chat.pinned.includes(id)) throw badRequest('message to unpin not found')
  chat.pinned = chat.pinned.filter((one) => one !== id)
  call.world.changed('topics', chat.id)
  return true
}

export const unpinAllChatMessages: Method = (call) => {
  const chat = chatOf(call, call.params.chat_id)
  chat.pinned = []
  call.world.changed('topics', chat.id)
  return true
}

export const unpinAllForumTopicMessages: Method = (call) => {
  const chat = forum(call)
  topicOf(chat, call.params.message_thread_id)
  chat.pinned = chat.pinned.filter((id) => find(chat, id)?.message.message_thread_id !== call.params.message_thread_id)
  call.world.changed('topics', chat.id)
  return true
}
