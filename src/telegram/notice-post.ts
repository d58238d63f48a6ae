import type { Api } from 'grammy'
import type { MessageEntity } from 'grammy/types'
import type { Messenger, NoticeMessage, NoticeSent, Sent } from '../app/ports.ts'
import { inLane } from '../lib/lane.ts'
import { markupOf } from './markup.ts'
import { patienceOf } from './outage.ts'

type Parts = { api: Api; trying(send: () => Promise<number>): Promise<Sent> }

const inline = ({ buttons }: NoticeMessage): { reply_markup?: never } => {
  const markup = markupOf({ html: '', buttons })
  return markup && 'inline_keyboard' in markup ? { reply_markup: markup as never } : {}
}

/** Entities come from Telegram and go back to it. */
const entities = ({ text }: NoticeMessage): MessageEntity[] => text.entities as unknown as MessageEntity[]

/** Messages of notices: one attempt each; a flood limit is told, not waited out. */
export function makeNoticePost({ api, trying }: Parts): Pick<Messenger, 'sendNotice' | 'editNotice' | 'deleteNotice'> {
  const once = async (send: () => Promise<number>): Promise<NoticeSent> => {
    try {
      return await inLane('notice', () => trying(send))
    } catch (error) {
      const wait = patienceOf(error)
      if (wait === null) throw error
      return { ok: false, reason: 'flood', wait }
    }
  }
  return {
    sendNotice: (chat, message, { quiet }) => once(async () => {
      const more = { ...inline(message), ...(quiet ? { disable_notification: true } : {}) }
      const captioned = { caption: message.text.text, caption_entities: entities(message), ...more }
      if (message.media?.kind === 'photo') return (await api.sendPhoto(chat, message.media.fileId, captioned)).message_id
      if (message.media) return (await api.sendDocument(chat, message.media.fileId, captioned)).message_id
      return (await api.sendMessage(chat, message.text.text, { entities: entities(message), ...more })).message_id
    }),
    editNotice: (chat, id, message) => once(async () => {
      if (message.media) await api.editMessageCaption(chat, id, { caption: message.text.text, caption_entities: entities(message), ...inline(message) })
      else await api.editMessageText(chat, id, message.text.text, { entities: entities(message), ...inline(message) })
      return id
    }),
    deleteNotice: (chat, id) => once(async () => {
      await api.deleteMessage(chat, id)
      return id
    }),
  }
}
