import sharp, { type Metadata } from 'sharp'
import { LIMITS, Refused } from './limits.ts'
import { stripJpeg } from './strip-jpeg.ts'

/** A picture's page for reading, as JPEG bytes: upright, sRGB (or grey), no metadata. Throws `Refused`. */
export async function readPicture(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  const limitInputPixels = kind === 'jpeg' ? LIMITS.pixelsJpeg : LIMITS.pixels
  const about = await sharp(bytes, { limitInputPixels: false }).metadata().catch(broken)
  if (about.width * about.height > limitInputPixels) throw new Refused('too-large')
  const asItIs = kind === 'jpeg' && isReadable(about) ? stripJpeg(bytes) : null
  if (asItIs) return asItIs
  return sharp(bytes, { limitInputPixels })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: LIMITS.writtenSide, height: LIMITS.writtenSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: LIMITS.jpegQuality })
    .toBuffer()
    .catch(broken)
}

/** Upright, in colours every reader and PDF/A understands, and not absurdly large. */
function isReadable(about: Metadata): boolean {
  const upright = (about.orientation ?? 1) === 1
  const colours = about.space === 'srgb' || about.space === 'b-w'
  return upright && colours && isSrgb(about.icc) && about.width * about.height <= LIMITS.untouchedPixels
}

/** No profile means sRGB; iPhones write Display P3, which looks dull where profiles are ignored. */
function isSrgb(icc: Uint8Array | undefined): boolean {
  if (!icc) return true
  const text = Buffer.from(icc).toString('latin1').replaceAll('\0', '')
  return /sRGB/.test(text)
}

function broken(error: Error): never {
  throw error.message.includes('pixel limit') ? new Refused('too-large') : new Refused('broken')
}
