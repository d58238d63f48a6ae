import type { Page, Upload } from '../case/case.ts'

/**
 * Of 256 bits a picture saved again at half its size differs by 3 in the middle and by at most 9 in 19 of 20 cases; two
 * different papers of one form by 12 and more in 999 of 1000 (docs/photos.md).
 */
const MOST_BITS = 10

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

/** A picture of a page that is there already: nothing can be told of the dark or the empty. */
const isKnown = (page: Page, others: readonly Page[]): boolean =>
  !isPlain(page) && others.some((other) => !isPlain(other) && bitsApart(page.look, other.look) <= MOST_BITS)

/**
 * Pages with the doubt `duplicate` where the case holds the same picture already: the same bytes, or the same look, under
 * whichever item and in whichever round. Pure.
 */
export function withDuplicates(pages: readonly Page[], sha256: string, before: readonly Upload[]): Page[] {
  const stored = before.filter((each) => each.state === 'stored' && !each.removed)
  const sameBytes = stored.some((each) => each.sha256 === sha256)
  const known = stored.flatMap((each) => each.pages)
  return pages.map((page) => (sameBytes || isKnown(page, known) ? { ...page, doubts: [{ reason: 'duplicate', hard: true }, ...page.doubts] } : page))
}
