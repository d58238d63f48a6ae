import type { Picture } from './render-page.ts'

export type Point = { x: number; y: number }
/** Corners: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/** The eight numbers that take `from` to `to`; Gauss over eight equations. */
export function homography(from: Quad, to: Quad): number[] {
  const rows = from.flatMap(({ x, y }, n) => {
    const { x: u, y: v } = to[n]!
    return [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
  })
  for (let column = 0; column < 8; column++) {
    const best = rows.slice(column).reduce((at, row, n) => (Math.abs(row[column]!) > Math.abs(rows[at]![column]!) ? n + column : at), column)
    ;[rows[column], rows[best]] = [rows[best]!, rows[column]!]
    for (let row = 0; row < 8; row++) {
      if (row === column) continue
      const share = rows[row]![column]! / rows[column]![column]!
      for (let k = column; k < 9; k++) rows[row]![k]! -= share * rows[column]![k]!
    }
  }
  return rows.map((row, n) => row[8]! / row[n]!)
}

/** Draws the page into the quadrangle of the target, softly between pixels. */
export function warp(page: Picture, quad: Quad, target: Picture): void {
  const { width, height, data } = target
  const flat: Quad = [{ x: 0, y: 0 }, { x: page.width - 1, y: 0 }, { x: page.width - 1, y: page.height - 1 }, { x: 0, y: page.height - 1 }]
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = homography(quad, flat)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const w = g * x + h * y + 1
      const px = (a * x + b * y + c) / w
      const py = (d * x + e * y + f) / w
      if (px < 0 || py < 0 || px >= page.width - 1 || py >= page.height - 1) continue
      const [ix, iy] = [px | 0, py | 0]
      const [fx, fy] = [px - ix, py - iy]
      const at = (y * width + x) * 3
      const one = (iy * page.width + ix) * 3
      const below = one + page.width * 3
      for (let k = 0; k < 3; k++) {
        const top = page.data[one + k]! * (1 - fx) + page.data[one + 3 + k]! * fx
        const bottom = page.data[below + k]! * (1 - fx) + page.data[below + 3 + k]! * fx
        data[at + k] = top * (1 - fy) + bottom * fy
      }
    }
  }
}
