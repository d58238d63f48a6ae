import { insideOf } from './corners.ts'
import type { Quad, Sheet } from './sheet.ts'

/** Something that lies over the page from its edge: the largest such patch as a share of the page, and where it is, in cells. */
export type Cover = { share: number; x: number; y: number }

/** Darker than the paper by so much, with the writing washed out, a place on the page is no paper. */
const DARKER = 0.72

/** Looks for a thumb, a pen, another sheet: a dark patch that comes in over the edge of the page. A portrait stands free of the edges. */
export function findCover(sheet: Sheet, quad: Quad): Cover {
  const { bright, columns, rows, cell } = sheet
  const own = quad.map(({ x, y }) => ({ x: x / cell, y: y / cell })) as unknown as Quad
  const isInside = insideOf(shrunk(own, 2.5))
  const page = new Uint8Array(columns * rows)
  let all = 0
  const levels = new Uint32Array(256)
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) {
    if (!isInside(x + 0.5, y + 0.5)) continue
    page[y * columns + x] = 1
    levels[bright[y * columns + x]!]!++
    all++
  }
  if (all < 200) return { share: 0, x: 0, y: 0 }
  let paper = 0
  for (let below = levels[0]!; below <= Math.floor(all * 0.6); below += levels[++paper]!);
  const patch = largestFromEdge({ page, columns, rows }, (at) => bright[at]! < paper * DARKER)
  return { share: patch.size / all, x: patch.x, y: patch.y }
}

function shrunk(quad: Quad, by: number): Quad {
  const centre = { x: quad.reduce((sum, p) => sum + p.x, 0) / 4, y: quad.reduce((sum, p) => sum + p.y, 0) / 4 }
  return quad.map(({ x, y }) => {
    const [dx, dy] = [centre.x - x, centre.y - y]
    const length = Math.hypot(dx, dy) || 1
    return { x: x + dx / length * by * Math.SQRT2, y: y + dy / length * by * Math.SQRT2 }
  }) as unknown as Quad
}

type Field = { page: Uint8Array; columns: number; rows: number }

/** The largest connected patch that touches the page's edge in a few cells and reaches well inwards. */
function largestFromEdge({ page, columns, rows }: Field, isPatch: (at: number) => boolean): { size: number; x: number; y: number } {
  const seen = new Uint8Array(page.length)
  let best = { size: 0, x: 0, y: 0 }
  for (let start = 0; start < page.length; start++) {
    if (seen[start] || !page[start] || !isPatch(start)) continue
    const stack = [start]
    seen[start] = 1
    let [size, touching, sx, sy] = [0, 0, 0, 0]
    while (stack.length > 0) {
      const at = stack.pop()!
      const [x, y] = [at % columns, Math.floor(at / columns)]
      size++
      sx += x
      sy += y
      let edge = false
      for (const near of [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, y > 0 ? at - columns : -1, y + 1 < rows ? at + columns : -1]) {
        if (near < 0 || !page[near]) edge = true
        else if (!seen[near] && isPatch(near)) {
          seen[near] = 1
          stack.push(near)
        }
      }
      if (edge) touching++
    }
    // A thin strip along the edge is the page's own shadow.
    if (touching >= 4 && size > touching * 3 && size > best.size) best = { size, x: Math.round(sx / size), y: Math.round(sy / size) }
  }
  return best
}
