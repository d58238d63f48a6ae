/** What a person can send, and how the platform turns it into messages. */
import type { Message } from '@grammyjs/types'
import sharp from 'sharp'
import { ApiError } from './errors.ts'
import { detected } from './html.ts'
import { mimeOf } from './multipart.ts'
import { takePhoto } from './photos.ts'
import { CAPTION_LIMIT, TEXT_LIMIT } from './sizes.ts'
import { find, type Person, type World } from './world.ts'

/** Bytes with their name; over HTTP the bytes are base64 or a part of a form. */
export interface SentFile {
  bytes?: Buffer
  base64?: string
  name?: string
  mime?: string
  caption?: string
  hd?: boolean
  kind?: 'photo' | 'document'
}
/** What a person sends; one of the fields. */
export interface Sent {
  text?: string
  caption?: string
  contact?: boolean | { phone_number: string; first_name: string; user_id?: number }
  photo?: SentFile
  document?: SentFile
  album?: SentFile[]
  voice?: SentFile | true
  sticker?: string
  video?: SentFile
  live_photo?: SentFile
  forward?: { chat: number; message_id: number }
  location?: { latitude: number; longitude: number }
}

const bytesOf = ({ bytes, base64 }: SentFile) => bytes ?? Buffer.from(base64 ?? '', 'base64')

function captioned(caption: string | undefined): Partial<Message> {
  if (!caption) return {}
  if (caption.length > CAPTION_LIMIT) throw new ApiError(400, 'a caption has up to 1024 characters')
  const { text, entities } = detected({ text: caption, entities: [] })
  return { caption: text, ...(entities.length ? { caption_entities: entities } : {}) }
}

/** A picture as the platform keeps it: recompressed. */
async function photo(world: World, file: SentFile): Promise<Partial<Message>> {
  const sizes = await takePhoto(world.files, bytesOf(file), { hd: file.hd ?? false })
  return { photo: sizes, ...captioned(file.caption) }
}

/** A file as the platform keeps it: byte for byte, with a small picture if it is one. */
async function document(world: World, file: SentFile): Promise<Partial<Message>> {
  const bytes = bytesOf(file)
  if (bytes.length === 0) throw new ApiError(400, 'an empty file cannot be sent')
  const name = file.name ?? 'file.bin'
  const mime = file.mime ?? mimeOf(name)
  const ids = world.files.put(bytes, { kind: 'document', name, mime })
  const small = mime.startsWith('image/')
    ? await sharp(bytes)
        .rotate()
        .resize(320, 320, { fit: 'inside' })
        .jpeg()
        .toBuffer({ resolveWithObject: true })
        .catch(() => null)
    : null
  const thumbnail = small && {
    ...world.files.put(small.data, { kind: 'photo', width: small.info.width, height: small.info.height }),
    width: small.info.width,
    height: small.info.height,
  }
  return { document: { ...ids, file_name: name, mime_type: mime, ...(thumbnail ? { thumbnail } : {}) }, ...captioned(file.caption) }
}

function contact(who: Person, given: NonNullable<Sent['contact']>): Partial<Message> {
  if (typeof given === 'object') return { contact: given }
  return {
    contact: {
      phone_number: (who.phone ?? '').replace(/^\+/, ''),
      first_name: who.first_name,
      ...(who.last_name ? { last_name: who.last_name } : {}),
      user_id: who.id,
    },
  }
}

function forwarded(world: World, { chat: from, message_id: id }: NonNullable<Sent['forward']>): Partial<Message> {
  const chat = world.state.chats.find((one) => one.id === from)
  const stored = chat && find(chat, id)
  if (!stored || stored.protect) throw new ApiError(400, 'this message cannot be forwarded')
  const {
    message_id: _id,
    from: author,
    chat: _chat,
    date,
    reply_to_message: _reply,
    reply_markup: _markup,
    message_thread_id: _thread,
    is_topic_message: _topic,
    media_group_id: _group,
    ...content
  } = stored.message
  return { ...content, forward_origin: { type: 'user', date, sender_user: author ?? world.state.bot } } as Partial<Message>
}

const simple = (world: World, kind: 'voice' | 'video', file: SentFile) => {
  const mime = file.mime ?? (kind === 'voice' ? 'audio/ogg' : 'video/mp4')
  return { ...world.files.put(bytesOf(file), { kind, mime, duration: 3 }), duration: 3, mime_type: mime }
}

/** A photo that moves: the picture, and a short film beside it that nobody here looks at. */
async function livePhoto(world: World, file: SentFile): Promise<Partial<Message>> {
  const { photo: sizes = [], ...caption } = await photo(world, file)
  const { width = 0, height = 0 } = sizes.at(-1) ?? {}
  return { photo: sizes, live_photo: { photo: sizes, ...simple(world, 'video', { bytes: Buffer.from('a short film') }), width, height }, ...caption }
}

/** The content of the messages, one for each part of an album. @throws ApiError 400 for what nobody can send */
export async function contentFor(world: World, who: Person, sent: Sent): Promise<Partial<Message>[]> {
  if (sent.text !== undefined) return [text(sent.text)]
  if (sent.album) {
    if (sent.album.length < 2 || sent.album.length > 10) throw new ApiError(400, 'an album has 2 to 10 parts')
    const parts: Partial<Message>[] = []
    for (const file of sent.album) parts.push(file.kind === 'document' ? await document(world, file) : await photo(world, file))
    return parts
  }
  if (sent.photo) return [await photo(world, { ...sent.photo, ...(sent.caption ? { caption: sent.caption } : {}) })]
  if (sent.document) return [await document(world, { ...sent.document, ...(sent.caption ? { caption: sent.caption } : {}) })]
  if (sent.contact) return [contact(who, sent.contact)]
  if (sent.voice) return [{ voice: simple(world, 'voice', sent.voice === true ? { bytes: Buffer.from('OggS, a word or two') } : sent.voice) }]
  if (sent.video) return [{ video: { ...simple(world, 'video', sent.video), width: 640, height: 480 }, ...captioned(sent.caption) }]
  if (sent.live_photo) return [await livePhoto(world, sent.live_photo)]
  if (sent.sticker) {
    const ids = world.files.put(Buffer.from(`sticker ${sent.sticker}`), { kind: 'sticker', mime: 'image/webp' })
    return [{ sticker: { ...ids, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false, emoji: sent.sticker } }]
  }
  if (sent.location) return [{ location: sent.location }]
  if (sent.forward) return [forwarded(world, sent.forward)]
  throw new ApiError(400, 'nothing to send')
}

function text(given: string): Partial<Message> {
  const kept = given.trim()
  if (!kept) throw new ApiError(400, 'an empty message cannot be sent')
  if (kept.length > TEXT_LIMIT) throw new ApiError(400, 'a message has up to 4096 characters')
  const { text: words, entities } = detected({ text: kept, entities: [] })
  return { text: words, ...(entities.length ? { entities } : {}) }
}
