/**
 * A JPEG without its private parts: EXIF, GPS, XMP, thumbnails, comments and whatever was glued on behind
 * the picture go; the coded picture stays bit for bit. Kept: JFIF, the ICC profile, Adobe's colour mark.
 * Returns null when the bytes are no JPEG that can be walked to its end.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
    const through = marker === SOS ? endOfScan(bytes, end) : end
    if (end < at + 4 || through > bytes.length) return null
    const segment = bytes.subarray(at, through)
    if (isKept(marker, segment)) kept.push(segment)
    at = through
    if (bytes[at] === 0xff && bytes[at + 1] === EOI) return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
  }
  return null
}

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe

function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = Buffer.from(segment.subarray(4, 16)).toString('latin1')
  if (marker === 0xe0) return name.startsWith('JFIF\0')
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0')
  return marker === 0xee && name.startsWith('Adobe')
}

/** Where the coded data after a scan's header ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return bytes.length + 1
    const next = bytes[at + 1]!
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return at
    at += next === 0xff ? 1 : 2
  }
}
