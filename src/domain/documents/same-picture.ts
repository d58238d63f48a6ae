import type { Page, Upload } from '../case/case.ts'

/** Of the 256 bits of a look a picture saved again, smaller and worse, changes at most this many (docs/photos.md). */
const MOST_BITS = 24
/**
 * Of 4896 parts of a picture the sixth most changed differs by at most 3 of 255 when it was saved again, and by 19 and
 * more in another paper on the same form, photographed from the same place (docs/photos.md).
 */
const MOST_CHANGED = 6
const CHANGED = 9

/** How many bits of two looks (64 hex digits each) differ; 256 when they cannot be compared. */
export function bitsApart(one: string, other: string): number {
  if (one.length !== 64 || other.length !== 64) return 256
  let bits = 0
  for (let at = 0; at < 64; at += 8) {
    let left = (Number.parseInt(one.slice(at, at + 8), 16) ^ Number.parseInt(other.slice(at, at + 8), 16)) >>> 0
    for (; left !== 0; left &= left - 1) bits++
  }
  return bits
}

const isPlain = (page: Page): boolean => page.doubts.some(({ reason }) => reason === 'blank' || reason === 'dark')

export type Alike = { upload: string; index: number }

/** Pages of the case that look enough like this one to be compared part by part: nothing can be told of the dark or the empty. Pure. */
export function alike(page: Page, before: readonly Upload[]): Alike[] {
  if (isPlain(page)) return []
  return before.filter((each) => each.state === 'stored' && !each.removed)
    .flatMap((upload) => upload.pages.map((other, index) => ({ other, upload: upload.id, index })))
    .filter(({ other }) => !isPlain(other) && bitsApart(page.look, other.look) <= MOST_BITS)
    .map(({ upload, index }) => ({ upload, index }))
}

/** Whether the brightness of the parts of two pictures is that of one picture, saved twice. Pure. */
export function isSamePicture(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length === 0 || one.length !== other.length) return false
  let changed = 0
  for (let at = 0; at < one.length; at++) if (Math.abs(one[at]! - other[at]!) >= CHANGED && ++changed >= MOST_CHANGED) return false
  return true
}

/** Whether the case holds the same bytes already, under whichever item and in whichever round. Pure. */
export const isSameFile = (sha256: string, before: readonly Upload[]): boolean =>
  before.some((each) => each.state === 'stored' && !each.removed && each.sha256 === sha256)

export const asDuplicate = (page: Page): Page => ({ ...page, doubts: [{ reason: 'duplicate', hard: true }, ...page.doubts] })
