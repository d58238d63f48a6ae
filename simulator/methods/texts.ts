/** Sending and editing what has no bytes. */
import type { Message } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { sameEntities } from '../world.ts'
import { editable, openChat, type Call, type Method } from './call.ts'
import { address, captionOf, put, textOf } from './compose.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

const markupOf = (call: Call) => (call.params.reply_markup?.inline_keyboard?.length ? call.params.reply_markup : undefined)

/** Writes an edit; an edit in a group costs as much as a message. */
export function edit(call: Call, change: (message: Message) => Message): Message {
  const { world } = call
  const { chat, stored } = editable(call)
  const changed = change(stored.message)
  const { reply_markup: _old, ...rest } = changed
  const markup = markupOf(call)
  const next = { ...rest, ...(markup ? { reply_markup: markup } : {}), edit_date: world.clock.seconds() } as Message
  const content = ({ edit_date: _edit, ...message }: Message) => JSON.stringify(Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (content(next) === content(stored.message)) throw badRequest(NOT_MODIFIED)
  call.flood.spend(world.limits, chat, 1, 'edit')
  stored.message = next
  stored.seq = world.changed('edited', chat.id, next.message_id)
  return next
}

export const sendMessage: Method = (call) => {
  const text = textOf(call.params)
  const { chat, base } = address(call)
  return put(call, chat, base(text)).message
}

export const editMessageText: Method = (call) => {
  if (call.params.text === undefined) throw badRequest('message text is empty')
  const text = textOf(call.params)
  return edit(call, (message) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    const { entities: _entities, ...rest } = message
    const same = message.text === text.text && sameEntities(message.entities, text.entities)
    return same ? message : ({ ...rest, ...text } as Message)
  })
}

export const editMessageCaption: Method = (call) => {
  const caption = captionOf(call.params)
  return edit(call, (message) => {
    if (message.text !== undefined) throw badRequest('there is no caption in the message to edit')
    if (message.caption === caption.caption && sameEntities(message.caption_entities, caption.caption_entities)) return message
    const { caption: _caption, caption_entities: _entities, ...rest } = message
    return { ...rest, ...caption } as Message
  })
}

export const editMessageReplyMarkup: Method = (call) => edit(call, (message) => message)

export const sendChatAction: Method = (call) => {
  const chat = openChat(call, call.params.chat_id)
  call.world.changed('action', chat.id, call.params.action)
  return true
}

export const sendMessageDraft: Method = (call) => {
  const chat = openChat(call, call.params.chat_id)
  if (chat.type !== 'private') throw badRequest('drafts can be sent to private chats only')
  if (!call.params.draft_id) throw badRequest('DRAFT_ID_INVALID')
  chat.draft = call.params.text ? textOf(call.params).text : ''
  call.world.changed('draft', chat.id, chat.draft)
  return true
}

export const answerCallbackQuery: Method = ({ world, params }) => {
  const press = world.state.presses.find(({ id }) => id === String(params.callback_query_id))
  if (!press || press.answer || world.clock.now() - press.at > world.callbackLifeMs)
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  press.answer = {
    ...(params.text ? { text: params.text } : {}),
    ...(params.show_alert ? { show_alert: true } : {}),
    ...(params.url ? { url: params.url } : {}),
  }
  world.changed('answer', press.chat, { ...press.answer, id: press.id, person: press.person })
  return true
}
