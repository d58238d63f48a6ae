import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { look, type Look } from './eye/look.ts'

const SIDE = 480

type Spot = { x: number; y: number }

/** Where writing is thickest: there one sees whether it can be read. In pixels of the picture. */
function thickest({ spots, letters, factor, width, height }: Look): Spot {
  if (letters.index.length === 0) return { x: width / 2, y: height / 2 }
  const cell = 160 / factor
  const counts = new Map<string, { n: number; x: number; y: number }>()
  for (const at of letters.index) {
    const [x, y] = [(spots.left[at]! + spots.right[at]!) / 2, (spots.top[at]! + spots.bottom[at]!) / 2]
    const name = `${Math.floor(x / cell)}.${Math.floor(y / cell)}`
    const known = counts.get(name) ?? { n: 0, x: 0, y: 0 }
    counts.set(name, { n: known.n + 1, x: known.x + x, y: known.y + y })
  }
  const best = [...counts.values()].reduce((one, other) => (other.n > one.n ? other : one))
  return { x: best.x / best.n * factor, y: best.y / best.n * factor }
}

/** Where a doubt shows: the bright spot, the thumb, the edge that is cut; else the writing. */
function placeOf(seen: Look, reason: string): Spot {
  const cell = seen.sheet.cell * seen.factor
  if (reason === 'glare' && seen.shine.spot > 0) return { x: seen.shine.x * cell, y: seen.shine.y * cell }
  if (reason === 'covered' && seen.cover) return { x: seen.cover.x * cell, y: seen.cover.y * cell }
  if (reason === 'cut') {
    const [top, right, bottom, left] = seen.sheet.edges
    const most = Math.max(top, right, bottom, left)
    return { x: right === most ? seen.width : left === most ? 0 : seen.width / 2, y: bottom === most ? seen.height : top === most ? 0 : seen.height / 2 }
  }
  return thickest(seen)
}

/** Doubts about the whole picture are seen on the whole picture. */
const WHOLE = new Set(['dark', 'bright', 'sideways', 'blank', 'duplicate'])

/** A small picture of a page: the place where the doubt shows, as large as it is there; or all of it. */
export async function previewFile({ path, outFile, reason }: { path: string; outFile: string; reason: string }): Promise<void> {
  const bytes = await readFile(path)
  if (WHOLE.has(reason)) return writeFile(outFile, await sharp(bytes).resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 70 }).toBuffer())
  const seen = await look(bytes)
  const [width, height] = [seen.width * seen.halved, seen.height * seen.halved]
  const spot = placeOf(seen, reason)
  // Small letters are shown larger, so that the person sees what a clerk would.
  const side = Math.min(width, height, Math.max(160, Math.min(700, Math.round(seen.letterHeight * seen.halved * 24) || SIDE)))
  const left = Math.round(Math.max(0, Math.min(width - side, spot.x * seen.halved - side / 2)))
  const top = Math.round(Math.max(0, Math.min(height - side, spot.y * seen.halved - side / 2)))
  await writeFile(outFile, await sharp(bytes).extract({ left, top, width: side, height: side }).resize(SIDE, SIDE, { kernel: side < SIDE ? 'nearest' : 'lanczos3' }).jpeg({ quality: 75 }).toBuffer())
}
