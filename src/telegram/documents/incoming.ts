import type { Message } from 'grammy/types'
import type { Incoming } from '../../app/documents/receive.ts'

const isPdfOrImage = (mime: string | undefined, name: string | undefined): boolean =>
  /^image\/|^application\/pdf$/.test(mime ?? '') || /\.(jpe?g|png|webp|heic|heif|pdf)$/i.test(name ?? '')

export type Sent = { incoming: Incoming } | { refused: 'wrong-file' | 'video' }

/** A photo or file of a message in our words; null when the message brings none. */
export function incomingOf(message: Message): Sent | null {
  const base = { message: message.message_id, batch: message.media_group_id ?? String(message.message_id) }
  const photo = message.photo?.at(-1)
  if (photo) return { incoming: { ...base, fileId: photo.file_id, uniqueId: photo.file_unique_id, kind: 'photo', size: photo.file_size ?? null, name: null } }
  const { document } = message
  if (document && isPdfOrImage(document.mime_type, document.file_name)) {
    return { incoming: { ...base, fileId: document.file_id, uniqueId: document.file_unique_id, kind: 'document', size: document.file_size ?? null, name: document.file_name?.slice(0, 120) ?? null } }
  }
  if (document) return { refused: 'wrong-file' }
  if (message.video || message.animation || message.video_note) return { refused: 'video' }
  return null
}
