/** A chat in plain words, for the message of a failed test. */
import type { Message } from '@grammyjs/types'
import type { Stored } from './world.ts'

const LAST = 30

function content(message: Message): string {
  if (message.photo) return `[photo] ${message.caption ?? ''}`
  if (message.document) return `[file ${message.document.file_name ?? ''}] ${message.caption ?? ''}`
  if (message.voice) return '[voice]'
  if (message.sticker) return `[sticker ${message.sticker.emoji ?? ''}]`
  if (message.contact) return `[contact ${message.contact.phone_number}]`
  if (message.text !== undefined) return message.text
  const service = Object.keys(message).find((key) => /^(forum_topic|pinned|migrate|general)/.test(key))
  return `[${service ?? 'message'}]`
}

/** The last messages with their buttons. */
export function transcriptOf(messages: Stored[]): string {
  return messages
    .slice(-LAST)
    .map(({ message, by }) => {
      const rows = message.reply_markup?.inline_keyboard ?? []
      const buttons = rows.map((row) => `    ${row.map((button) => `[${'disabled' in button ? '×' : ''}${button.text}]`).join(' ')}`)
      return [
        `${by === 'person' ? (message.from?.first_name ?? '?') : 'bot'} #${message.message_id}${message.edit_date ? ' (edited)' : ''}: ${content(message)}`,
        ...buttons,
      ].join('\n')
    })
    .join('\n')
}
