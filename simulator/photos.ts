/** Photos are recompressed by Telegram: upright, without EXIF, 1280 px on the long side (2560 when sent in HD), in several sizes. */
import type { PhotoSize } from '@grammyjs/types'
import sharp from 'sharp'
import { badRequest } from './errors.ts'
import type { Files } from './files.ts'

const SIZES = [90, 320, 800, 1280]
const HD = 2560
const QUALITY = 87
const box = (size: number) => ({ width: size, height: size, fit: 'inside' as const, withoutEnlargement: true })

/** @throws ApiError 400 when the bytes are no picture or its sides are beyond the platform's */
export async function takePhoto(files: Files, bytes: Buffer, options: { hd?: boolean } = {}): Promise<PhotoSize[]> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!facts?.width || !facts.height) throw badRequest('IMAGE_PROCESS_FAILED')
  if (facts.width + facts.height > 10_000 || Math.max(facts.width / facts.height, facts.height / facts.width) > 20)
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  const long = Math.max(facts.width, facts.height)
  const wanted = [...SIZES, ...(options.hd ? [HD] : [])].filter((size, index, all) => index === 0 || (all[index - 1] ?? 0) < long)
  // decoded once, at the largest size wanted; the smaller ones come from there
  const { data: base, info: raw } = await sharp(bytes, { limitInputPixels: false })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(box(wanted.at(-1) ?? 0))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const photo = await Promise.all(
    wanted.map(async (size): Promise<PhotoSize> => {
      const { data, info } = await sharp(base, { raw: { width: raw.width, height: raw.height, channels: raw.channels } })
        .resize(box(size))
        .jpeg({ quality: QUALITY })
        .toBuffer({ resolveWithObject: true })
      return {
        ...files.put(data, { kind: 'photo', mime: 'image/jpeg', width: info.width, height: info.height }),
        width: info.width,
        height: info.height,
      }
    }),
  )
  // every size of one photo knows its siblings, so that any of them can be sent again
  const group = photo.map((size) => size.file_id).join(',')
  for (const size of photo) files.tag(size.file_id, group)
  return photo
}

/** A photo again, from any of its sizes. */
export function photoAgain(files: Files, fileId: string): PhotoSize[] {
  const group = files.get(fileId).group ?? fileId
  return group.split(',').map((id) => {
    const { unique, width = 0, height = 0, size } = files.get(id)
    return { file_id: id, file_unique_id: unique, width, height, file_size: size }
  })
}
