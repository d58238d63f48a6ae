import sharp from 'sharp'
import { Refused } from '../limits.ts'
import { coarsen } from './coarse.ts'
import { findCorners, insideOf, type Outline } from './corners.ts'
import { type Cover, findCover } from './cover.ts'
import { findByEdges } from './frame-lines.ts'
import { type Grey, shrink } from './grey.ts'
import { findLetters, type Letters } from './letters.ts'
import { measureSharpness, type Sharpness } from './sharpness.ts'
import { findSheet, type Sheet } from './sheet.ts'
import { measureShine, type Shine } from './shine.ts'
import { findSpots, type Spots } from './spots.ts'

/** Letters are looked for in a picture of at most this long a side, twice as large where they are small. */
const SMALL_SIDE = 1700

/** Everything seen on one page. Lengths are in pixels of the picture itself; `factor` is how much smaller the one was that was searched. */
export type Look = {
  width: number
  height: number
  /** A very large picture was read at half its size: 2; else 1. Lengths are then in pixels of the half. */
  halved: 1 | 2
  factor: number
  full: Grey
  small: Grey
  spots: Spots
  letters: Letters
  /** Height of small letters in pixels of the picture itself; 0 where no writing was found. */
  letterHeight: number
  sharpness: Sharpness
  sheet: Sheet
  outline: Outline | null
  shine: Shine
  cover: Cover | null
  /** Letters that touch the edge of the picture. */
  atEdge: number
  /** Letters found in a picture three times as coarse: more than in the fine one only where everything is blurred. */
  coarse: number
}

/** One decoding, in one channel: green sees black, blue and violet ink, and costs a fourth of a greyscale conversion. Throws `Refused`. */
export async function greenOf(jpeg: Uint8Array): Promise<Grey & { halved: 1 | 2 }> {
  const picture = sharp(jpeg, { limitInputPixels: false })
  const { channels = 3, width, height } = await picture.metadata()
  const factor = Math.max(width, height) > 2 * SMALL_SIDE ? 2 : 1
  const scaled = factor === 1 ? picture : picture.resize({ width: Math.round(width / factor), height: Math.round(height / factor), fit: 'fill' })
  const { data, info } = await scaled.extractChannel(channels >= 3 ? 1 : 0).raw().toBuffer({ resolveWithObject: true }).catch(() => {
    throw new Refused('broken')
  })
  return { data, width: info.width, height: info.height, halved: factor }
}

function atEdge(spots: Spots, letters: Letters, { width, height }: Grey): number {
  return letters.index.reduce((sum, at) => sum + (spots.left[at]! <= 1 || spots.top[at]! <= 1 || spots.right[at]! >= width - 2 || spots.bottom[at]! >= height - 2 ? 1 : 0), 0)
}

const COARSE = 3

function coarseLetters(small: Grey, outline: Outline | null): number {
  const coarse = shrink(small, COARSE)
  const there = outline && { ...outline, quad: outline.quad.map(({ x, y }) => ({ x: x / COARSE, y: y / COARSE })) as unknown as Outline['quad'] }
  return findLetters(onPage(findSpots(coarse), there), coarse).index.length
}

/** Letters are compared at one size, about ten pixels, whatever the photo's: blur counts by their height alone. */
function evenSized(small: Grey, height: number): [Grey, number] {
  const factor = Math.max(1, Math.round(height / 10))
  return [shrink(small, factor), factor]
}

/** Only what lies on the page: the grain of a table looks like writing. */
function onPage(spots: Spots, outline: Outline | null): Spots {
  if (!outline) return spots
  const { left, right, top, bottom, area } = spots
  const isInside = insideOf(outline.quad)
  const keep = new Int32Array(spots.count)
  let count = 0
  for (let at = 0; at < spots.count; at++) if (isInside((left[at]! + right[at]!) / 2, (top[at]! + bottom[at]!) / 2)) keep[count++] = at
  const kept = keep.subarray(0, count)
  const pick = (list: Int32Array): Int32Array => kept.map((at) => list[at]!)
  return { count, left: pick(left), top: pick(top), right: pick(right), bottom: pick(bottom), area: pick(area) }
}

/** Looks at a page for reading (JPEG bytes). */
export async function look(jpeg: Uint8Array): Promise<Look> {
  const { halved, ...full } = await greenOf(jpeg)
  return lookAt(full, halved)
}

export function lookAt(full: Grey, halved: 1 | 2 = 1): Look {
  const factor = Math.max(1, Math.ceil(Math.max(full.width, full.height) / SMALL_SIDE))
  const first = lookIn(full, { halved, factor })
  // Letters of four pixels are known by their half at best.
  return factor > 1 && first.letters.height > 0 && first.letters.height <= 4 ? lookIn(full, { halved, factor: 1 }) : first
}

function lookIn(full: Grey, { halved, factor }: { halved: 1 | 2; factor: number }): Look {
  const small = shrink(full, factor)
  const coarse = coarsen(small)
  const sheet = findSheet(small, coarse)
  const outline = findByEdges(coarse, sheet.edges) ?? findCorners(sheet)
  const spots = onPage(findSpots(small), outline)
  const letters = findLetters(spots, small)
  const few = letters.index.length < 80
  return {
    width: full.width, height: full.height, halved, factor, full, small, spots, letters, letterHeight: letters.height * factor,
    sharpness: measureSharpness(...evenSized(small, letters.height), { spots, letters }), sheet, outline, shine: measureShine(small, sheet, coarse),
    cover: outline && findCover(sheet, outline.quad), atEdge: atEdge(spots, letters, small), coarse: few ? coarseLetters(small, outline) : 0,
  }
}
