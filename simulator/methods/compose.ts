/** How a message of the bot comes to be: formatting, reply, keyboard, topic, limits. */
import type { Message, MessageEntity } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { detected, parseHtml, trimmed, type Formatted } from '../html.ts'
import { CAPTION_LIMIT, TEXT_LIMIT } from '../sizes.ts'
import { chatView, find, nextId, store, type SimChat, type Stored } from '../world.ts'
import { openChat, threadOf, type Call, type Params } from './call.ts'

function parse(text: string, mode: unknown, entities: MessageEntity[] | undefined): Formatted {
  if (mode === 'HTML') return parseHtml(text)
  if (mode) throw badRequest(`can't parse entities: ${String(mode)} is not supported by the simulator`)
  return trimmed({ text, entities: entities ?? [] })
}

/** A text message's text. @throws ApiError 400 empty, too long, not parsable */
export function textOf(params: Params): { text: string; entities?: MessageEntity[] } {
  const { text, entities } = detected(parse(params.text ?? '', params.parse_mode, params.entities))
  if (text === '') throw badRequest('message text is empty')
  if (text.length > TEXT_LIMIT) throw badRequest('message is too long')
  return { text, ...(entities.length ? { entities: entities.slice(0, 100) } : {}) }
}

/** A caption. @throws ApiError 400 */
export function captionOf(params: Params): { caption?: string; caption_entities?: MessageEntity[] } {
  const { text, entities } = detected(parse(params.caption ?? '', params.parse_mode, params.caption_entities))
  if (text.length > CAPTION_LIMIT) throw badRequest('message caption is too long')
  return text ? { caption: text, ...(entities.length ? { caption_entities: entities.slice(0, 100) } : {}) } : {}
}

/** The message without its own reply, as the Bot API shows a replied message. */
export function shallow(message: Message): Message {
  const { reply_to_message: _reply, ...rest } = message
  return rest as Message
}

function replyOf(call: Call, chat: SimChat): Message | undefined {
  const wanted = call.params.reply_parameters ?? (call.params.reply_to_message_id ? { message_id: call.params.reply_to_message_id } : undefined)
  if (!wanted) return undefined
  const found = find(chat, wanted.message_id)
  if (!found) {
    if (wanted.allow_sending_without_reply || call.params.allow_sending_without_reply) return undefined
    throw badRequest('message to be replied not found')
  }
  return shallow(found.message)
}

/** Where and how the bot sends; spends from the flood limits. */
export function address(call: Call, cost = 1): { chat: SimChat; base: (media?: Partial<Message>) => Message } {
  const { world, params } = call
  const chat = openChat(call, params.chat_id)
  const thread = threadOf(chat, params.message_thread_id)
  const reply = replyOf(call, chat)
  call.flood.spend(world.limits, chat, cost)
  const inThread = thread ?? reply?.message_thread_id
  const first = inThread && !reply ? find(chat, inThread)?.message : undefined
  const base = (media: Partial<Message> = {}) =>
    ({
      message_id: nextId(world, chat),
      from: world.state.bot,
      chat: chatView(world, chat),
      date: world.clock.seconds(),
      ...(inThread ? { message_thread_id: inThread, is_topic_message: true } : {}),
      ...(reply ? { reply_to_message: reply } : first ? { reply_to_message: shallow(first) } : {}),
      ...(params.protect_content ? { has_protected_content: true } : {}),
      ...(params.link_preview_options ? { link_preview_options: params.link_preview_options } : {}),
      ...(params.message_effect_id ? { effect_id: params.message_effect_id } : {}),
      ...(params.show_caption_above_media ? { show_caption_above_media: true } : {}),
      ...(params.reply_markup?.inline_keyboard?.length ? { reply_markup: params.reply_markup } : {}),
      ...media,
    }) as Message
  return { chat, base }
}

/** Puts the message into the chat and notes what its keyboard does. */
export function put(call: Call, chat: SimChat, message: Message): Stored {
  const { world, params } = call
  const markup = params.reply_markup
  const other = markup && !markup.inline_keyboard ? markup : undefined
  if (other?.keyboard) chat.keyboard = other
  if (other?.remove_keyboard) delete chat.keyboard
  delete chat.draft
  return store(world, chat, message, {
    by: 'bot',
    ...(other ? { keyboard: other, editable: false } : {}),
    ...(params.protect_content ? { protect: true } : {}),
  })
}
