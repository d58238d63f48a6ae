/** Sending what has bytes: uploads, `attach://`, or files known by their id. */
import type { Message } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import type { FileKind } from '../files.ts'
import { photoAgain, takePhoto } from '../photos.ts'
import type { Upload } from '../request.ts'
import { PHOTO_LIMIT, UPLOAD_LIMIT } from '../sizes.ts'
import type { Call, Method, Params } from './call.ts'
import { address, captionOf, put } from './compose.ts'
import { edit } from './texts.ts'

type Source = { upload: Upload } | { fileId: string }

function sourceOf(call: Call, field: string, value: unknown): Source {
  const direct = call.uploads[field]
  if (direct && value === undefined) return { upload: direct }
  if (typeof value !== 'string' || value === '') throw badRequest(`there is no ${field} in the request`)
  if (value.startsWith('attach://')) {
    const upload = call.uploads[value.slice('attach://'.length)]
    if (!upload) throw badRequest(`attached file "${value.slice('attach://'.length)}" not found`)
    return { upload }
  }
  if (/^https?:/.test(value)) throw badRequest('wrong type of the web page content')
  return { fileId: value }
}

function checkUpload({ bytes }: Upload, kind: FileKind): void {
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (kind === 'photo' && bytes.length > PHOTO_LIMIT)
    throw badRequest(`file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${PHOTO_LIMIT} bytes`)
  if (bytes.length > UPLOAD_LIMIT) throw badRequest('file is too big')
}

function known(call: Call, kind: FileKind, fileId: string) {
  const found = call.world.files.get(fileId)
  if (found.kind !== kind) throw badRequest(`type of file mismatch: can't use file of type ${found.kind} as ${kind}`)
  return found
}

/** The media part of a message. @throws ApiError 400 */
export async function mediaOf(call: Call, kind: FileKind, field: string, value: unknown, extra: Params = {}): Promise<Partial<Message>> {
  const source = sourceOf(call, field, value)
  if ('upload' in source) checkUpload(source.upload, kind)
  if (kind === 'photo')
    return {
      photo:
        'upload' in source
          ? await takePhoto(call.world.files, source.upload.bytes)
          : (known(call, kind, source.fileId), photoAgain(call.world.files, source.fileId)),
    }
  const facts =
    'upload' in source
      ? {
          name: source.upload.name,
          mime: source.upload.mime,
          ...call.world.files.put(source.upload.bytes, { kind, name: source.upload.name, mime: source.upload.mime }),
        }
      : again(source.fileId, known(call, kind, source.fileId))
  const { name, mime, ...ids } = facts
  const described = { ...ids, ...(mime ? { mime_type: mime } : {}) }
  if (kind === 'document') return { document: { ...described, ...(name ? { file_name: name } : {}) } }
  const duration = Number(extra.duration ?? 0)
  if (kind === 'voice') return { voice: { ...described, duration } }
  if (kind === 'audio') return { audio: { ...described, duration, ...(name ? { file_name: name } : {}) } }
  return {
    video: { ...described, duration, width: Number(extra.width ?? 320), height: Number(extra.height ?? 240), ...(name ? { file_name: name } : {}) },
  }
}

function again(fileId: string, found: { unique: string; size: number; name?: string; mime?: string }) {
  return { name: found.name, mime: found.mime, file_id: fileId, file_unique_id: found.unique, file_size: found.size }
}

const sending =
  (kind: FileKind): Method =>
  async (call) => {
    const caption = captionOf(call.params)
    const media = await mediaOf(call, kind, kind, call.params[kind], call.params)
    const { chat, base } = address(call)
    return put(call, chat, base({ ...media, ...caption, ...(call.params.has_spoiler ? { has_media_spoiler: true } : {}) })).message
  }

export const sendPhoto = sending('photo')
export const sendDocument = sending('document')
export const sendVoice = sending('voice')
export const sendVideo = sending('video')
export const sendAudio = sending('audio')

const kindOf = (item: Params): FileKind => {
  if (['photo', 'document', 'video', 'audio'].includes(item.type)) return item.type as FileKind
  throw badRequest(`can't use the media of the type ${String(item.type)} in the simulator`)
}

export const sendMediaGroup: Method = async (call) => {
  const items: Params[] = call.params.media
  const kinds = new Set(items.map(kindOf))
  if (kinds.size > 1 && (kinds.has('document') || kinds.has('audio')))
    throw badRequest(`${kinds.has('document') ? 'document' : 'audio'} can't be mixed with other media types`)
  const parts: Partial<Message>[] = []
  for (const item of items) parts.push({ ...(await mediaOf(call, kindOf(item), 'media', item.media, item)), ...captionOf(item) })
  // nobody says whether an album costs one message or as many as it has parts: the dearer is assumed
  const { chat, base } = address(call, items.length)
  const group = String(call.world.clock.now() * 1000 + Math.floor(Math.random() * 1000))
  return parts.map((part) => put(call, chat, base({ ...part, media_group_id: group })).message)
}

export const editMessageMedia: Method = async (call) => {
  const item: Params = call.params.media
  const media = { ...(await mediaOf(call, kindOf(item), 'media', item.media, item)), ...captionOf(item) }
  return edit(call, (message) => {
    const { photo: _p, document: _d, video: _v, audio: _a, caption: _c, caption_entities: _e, text: _t, entities: _n, ...rest } = message
    return { ...rest, ...media } as Message
  })
}

export const getFile: Method = ({ world, params }) => {
  const { unique, size } = world.files.get(params.file_id)
  const path = world.files.pathOf(params.file_id, world.clock.now())
  return { file_id: params.file_id, file_unique_id: unique, file_size: size, file_path: path }
}
