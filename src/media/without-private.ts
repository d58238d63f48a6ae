import { stripJpeg } from './strip-jpeg.ts'

/** A copy to be handed out; `null` where nothing had to go, or the format cannot be cleaned bit by bit. */
export type Cleaned = { how: 'untouched' | 'cleaned'; bytes: Uint8Array } | { how: 'impossible' }

const asciiAt = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length))

/** The EXIF orientation of a JPEG, 1 where there is none (JEITA CP-3451, tag 0x0112). */
export function orientationOf(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  for (let at = 2; at + 18 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda;) {
    const length = view.getUint16(at + 2)
    if (jpeg[at + 1] === 0xe1 && asciiAt(jpeg, at + 4, 4) === 'Exif') return inTiff(view, at + 10, at + 2 + length)
    at += 2 + length
  }
  return 1
}

function inTiff(view: DataView, start: number, end: number): number {
  if (start + 8 > end || end > view.byteLength) return 1
  const little = view.getUint16(start) === 0x4949
  const first = start + view.getUint32(start + 4, little)
  if (first + 2 > end) return 1
  const count = view.getUint16(first, little)
  for (let n = 0; n < count && first + 14 + n * 12 <= end; n++) {
    const entry = first + 2 + n * 12
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  }
  return 1
}

/** An EXIF block that says which way up the picture is, and nothing else. */
function uprightMark(orientation: number): Uint8Array {
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])
}

function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const bare = stripJpeg(bytes)
  const orientation = orientationOf(bytes)
  if (!bare || orientation < 2 || orientation > 8) return bare
  return Buffer.concat([bare.subarray(0, 2), uprightMark(orientation), bare.subarray(2)])
}

const PNG_PRIVATE = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'])

/** Length, type, data, sum; one after another behind eight bytes of signature. */
function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const type = asciiAt(bytes, at + 4, 4)
    if (!PNG_PRIVATE.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

/** RIFF chunks; the flags of the extended header must not promise what is gone. */
function cleanWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + size % 2
    if (end > bytes.length + 1) return null
    const type = asciiAt(bytes, at, 4)
    const chunk = Uint8Array.from(bytes.subarray(at, end))
    if (type === 'VP8X') chunk[8]! &= ~0x0c
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk)
    at = end
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/**
 * A picture without place, device and time of its taking, the coded picture bit for bit; which way up it is stays known.
 * PDFs are left as they are. HEIC cannot be cleaned so: `impossible`, as is what cannot be walked to its end.
 */
export function withoutPrivate(bytes: Uint8Array, extension: string): Cleaned {
  if (extension === 'pdf') return { how: 'untouched', bytes }
  const clean = extension === 'jpg' ? cleanJpeg(bytes) : extension === 'png' ? cleanPng(bytes) : extension === 'webp' ? cleanWebp(bytes) : null
  if (!clean) return { how: 'impossible' }
  return clean.length === bytes.length && Buffer.compare(clean, bytes) === 0 ? { how: 'untouched', bytes } : { how: 'cleaned', bytes: clean }
}
