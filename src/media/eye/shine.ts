import type { Coarse } from './coarse.ts'
import type { Grey } from './grey.ts'
import type { Sheet } from './sheet.ts'

/** Light on a page: shares 0–1, levels 0–255. */
export type Shine = {
  /** Level under which 99 % of the pixels lie; share of pixels burnt out. */
  p99: number
  clipped: number
  /** The largest burnt-out spot on the sheet: its share of the frame, and how bright the paper is a little way off it; 255 where there is none. */
  spot: number
  around: number
  /** Where it is, in cells of the sheet's map. */
  x: number
  y: number
}

const BURNT = 250

export function measureShine(grey: Grey, sheet: Sheet, { mean }: Coarse): Shine {
  const counts = new Uint32Array(256)
  let pixels = 0
  // Every other pixel of every other row tells as much.
  for (let y = 0; y < grey.height; y += 2) for (let at = y * grey.width, end = at + grey.width; at < end; at += 2, pixels++) counts[grey.data[at]!]!++
  let [p99, seen] = [255, 0]
  for (let level = 0; level < 256; level++) {
    seen += counts[level]!
    if (seen >= pixels * 0.99) {
      p99 = level
      break
    }
  }
  const clipped = counts.subarray(BURNT).reduce((sum, it) => sum + it, 0) / pixels
  return { p99, clipped, ...spotOf(mean, sheet) }
}

function spotOf(mean: Float32Array, sheet: Sheet): Pick<Shine, 'spot' | 'around' | 'x' | 'y'> {
  const { columns, rows } = sheet
  const seen = new Uint8Array(mean.length)
  let best: number[] = []
  for (let start = 0; start < mean.length; start++) {
    if (seen[start] || mean[start]! < BURNT - 1) continue
    const piece: number[] = []
    const stack = [start]
    seen[start] = 1
    while (stack.length > 0) {
      const at = stack.pop()!
      piece.push(at)
      const x = at % columns
      for (const near of [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns]) {
        if (near < 0 || near >= mean.length || seen[near] || mean[near]! < BURNT - 1) continue
        seen[near] = 1
        stack.push(near)
      }
    }
    if (piece.length > best.length) best = piece
  }
  if (best.length === 0) return { spot: 0, around: 255, x: 0, y: 0 }
  const centre = { x: best.reduce((sum, at) => sum + at % columns, 0) / best.length, y: best.reduce((sum, at) => sum + Math.floor(at / columns), 0) / best.length }
  const inside = new Set(best)
  const reach = Math.sqrt(best.length / Math.PI) * 1.7 + 10
  const ring: number[] = []
  for (let y = Math.max(0, Math.floor(centre.y - reach)); y < Math.min(rows, centre.y + reach); y++) {
    for (let x = Math.max(0, Math.floor(centre.x - reach)); x < Math.min(columns, centre.x + reach); x++) {
      const at = y * columns + x
      const far = Math.hypot(x - centre.x, y - centre.y)
      if (sheet.mask[at] === 1 && !inside.has(at) && far > reach - 6 && far <= reach) ring.push(mean[at]!)
    }
  }
  ring.sort((a, b) => a - b)
  return { spot: best.length / mean.length, around: ring.length < 8 ? 255 : ring[Math.floor(ring.length / 2)]!, x: Math.round(centre.x), y: Math.round(centre.y) }
}
