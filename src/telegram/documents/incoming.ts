import type { Message } from 'grammy/types'
import type { Incoming } from '../../app/documents/receive.ts'

const isPdfOrImage = (mime: string | undefined, name: string | undefined): boolean =>
  /^image\/|^application\/pdf$/.test(mime ?? '') || /\.(jpe?g|png|webp|heic|heif|pdf)$/i.test(name ?? '')

export type Sent = { incoming: Incoming } | { refused: 'wrongFile' | 'video' | 'archive' | 'office' | 'drawing' }

/** What such a file is, so that the answer can say what to do with it. */
function kindOf(mime: string, name: string): 'archive' | 'office' | 'drawing' | 'video' | 'wrongFile' {
  if (/zip|rar|7z|tar|gzip|compressed/.test(mime) || /\.(zip|rar|7z|tar|t?gz)$/i.test(name)) return 'archive'
  if (/msword|officedocument|opendocument|\brtf/.test(mime) || /\.(docx?|xlsx?|pptx?|od[tsp]|rtf)$/i.test(name)) return 'office'
  if (/svg/.test(mime) || /\.svgz?$/i.test(name)) return 'drawing'
  return /^video\//.test(mime) ? 'video' : 'wrongFile'
}

/** A photo or file of a message in our words; null when the message brings none. */
export function incomingOf(message: Message): Sent | null {
  const base = { caption: message.caption ?? null, message: message.message_id, batch: message.media_group_id ?? String(message.message_id) }
  const photo = (message.photo ?? message.live_photo?.photo)?.at(-1)
  if (photo) return { incoming: { ...base, fileId: photo.file_id, uniqueId: photo.file_unique_id, kind: 'photo', size: photo.file_size ?? null, name: null } }
  const { document } = message
  const other = document ? kindOf(document.mime_type ?? '', document.file_name ?? '') : null
  if (document && other === 'wrongFile' && isPdfOrImage(document.mime_type, document.file_name)) {
    return { incoming: { ...base, fileId: document.file_id, uniqueId: document.file_unique_id, kind: 'document', size: document.file_size ?? null, name: document.file_name?.slice(0, 120) ?? null } }
  }
  if (other !== null && !message.animation) return { refused: other }
  if (message.video || message.animation || message.video_note) return { refused: 'video' }
  return null
}
