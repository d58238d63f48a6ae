import decodeHeic from 'heic-decode'
import sharp from 'sharp'
import { LIMITS, Refused } from './limits.ts'

/** A picture of an iPhone as an upright JPEG: libheif has turned it already, so its EXIF is not asked again. Throws `Refused`. */
export async function readHeic(bytes: Buffer): Promise<Uint8Array> {
  const about = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() => null)
  if (about && about.width * about.height > LIMITS.pixels) throw new Refused('too-large')
  const { data, width, height } = await decodeHeic({ buffer: bytes }).catch(() => {
    throw new Refused('broken')
  })
  if (width * height > LIMITS.pixels) throw new Refused('too-large')
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' })
    .resize({ width: LIMITS.writtenSide, height: LIMITS.writtenSide, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: LIMITS.jpegQuality }).toBuffer()
}
