import type { Grey } from '../eye/grey.ts'
import type { Point, Quad } from '../eye/sheet.ts'

/** The eight numbers that take `from` to `to` (a perspective view); Gauss over eight equations. */
export function homography(from: Quad, to: Quad): readonly number[] {
  const rows = from.flatMap(({ x, y }, n) => {
    const { x: u, y: v } = to[n]!
    return [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
  })
  for (let column = 0; column < 8; column++) {
    let best = column
    for (let row = column; row < 8; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row
    ;[rows[column], rows[best]] = [rows[best]!, rows[column]!]
    for (let row = 0; row < 8; row++) {
      if (row === column) continue
      const share = rows[row]![column]! / rows[column]![column]!
      for (let k = column; k < 9; k++) rows[row]![k] = rows[row]![k]! - share * rows[column]![k]!
    }
  }
  return rows.map((row, n) => row[8]! / row[n]!)
}

const length = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The sides of a page as it would lie flat, in pixels of the photo. */
export function sizeOf(quad: Quad): { width: number; height: number } {
  const [a, b, c, d] = quad
  return { width: Math.round(Math.max(length(a, b), length(d, c))), height: Math.round(Math.max(length(b, c), length(a, d))) }
}

/** What the quadrangle shows, laid flat: `width` × `height` pixels, softly between those of the photo; of them only the share below `from` (0–1). */
export function straightened(grey: Grey, quad: Quad, { width, height, from }: { width: number; height: number; from: number }): Grey {
  const flat: Quad = [{ x: 0, y: 0 }, { x: width - 1, y: 0 }, { x: width - 1, y: height - 1 }, { x: 0, y: height - 1 }]
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = homography(flat, quad)
  const first = Math.floor(height * from)
  const out = new Uint8Array(width * (height - first))
  const { data } = grey
  const [stride, right, lower] = [grey.width, grey.width - 1, grey.height - 1]
  for (let y = first, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const share = 1 / (g * x + h * y + 1)
      const px = (a * x + b * y + c) * share
      const py = (d * x + e * y + f) * share
      if (px < 0 || py < 0 || px >= right || py >= lower) continue
      const ix = px | 0
      const iy = py | 0
      const fx = px - ix
      const fy = py - iy
      const one = iy * stride + ix
      const two = one + stride
      const above = data[one]! + (data[one + 1]! - data[one]!) * fx
      out[at] = above + (data[two]! + (data[two + 1]! - data[two]!) * fx - above) * fy
    }
  }
  return { data: out, width, height: height - first }
}
