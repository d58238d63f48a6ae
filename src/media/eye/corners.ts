import type { Point, Quad, Sheet } from './sheet.ts'

export type Outline = {
  /** In pixels of the picture in which the sheet was found. */
  quad: Quad
  /** Share of the frame. */
  area: number
  /** How much of the quadrangle the sheet fills, 0–1: a bite out of it is a thumb, a fold, something lying on it. */
  filled: number
  /** How many sides lie beyond the frame. */
  cut: number
}

/** The four corners of the sheet; null where it has no such shape, or is not wholly in the frame. */
export function findCorners(sheet: Sheet): Outline | null {
  if (sheet.share < 0.03 || sheet.share > 0.98) return null
  const hull = hullOf(boundary(sheet))
  if (hull.length < 4) return null
  const four = simplified(hull)
  const area = areaOf(four)
  // A shape that is no quadrangle loses much of itself when only four corners are left.
  if (area < areaOf(hull) * 0.9) return null
  const { cell, columns, rows } = sheet
  // The mask was shrunk by two cells and a half, so that the sheet's edge counts as neither.
  const grown = grow(four, 0.5).map(({ x, y }) => ({ x: (x + 0.5) * cell, y: (y + 0.5) * cell }))
  return { quad: ordered(grown), area: area / (columns * rows), filled: filledOf(sheet, four, area), cut: sheet.edges.filter((share) => share > 0.4).length }
}

function boundary({ mask, columns, rows }: Sheet): Point[] {
  const points: Point[] = []
  for (let y = 0; y < rows; y++) {
    let [first, last] = [-1, -1]
    for (let x = 0; x < columns; x++) {
      if (mask[y * columns + x] !== 1) continue
      if (first < 0) first = x
      last = x
    }
    if (first >= 0) points.push({ x: first, y }, { x: last, y })
  }
  return points
}

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)

/** Andrew's monotone chain. */
function hullOf(points: Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (list: Point[]): Point[] => {
    const out: Point[] = []
    for (const point of list) {
      while (out.length >= 2 && cross(out.at(-2)!, out.at(-1)!, point) <= 0) out.pop()
      out.push(point)
    }
    return out.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const areaOf = (points: readonly Point[]): number =>
  Math.abs(points.reduce((sum, point, n) => {
    const next = points[(n + 1) % points.length]!
    return sum + point.x * next.y - next.x * point.y
  }, 0)) / 2

/**
 * Four corners around the hull: sides are taken away one by one, their neighbours prolonged until they meet, always the one
 * that adds least; so a rounded or nibbled corner becomes the corner it was.
 */
function simplified(hull: Point[]): Point[] {
  let points = hull.slice()
  // Very short sides first: hundreds of them stand for one.
  while (points.length > 40) points = points.filter((_, n) => n % 2 === 0)
  while (points.length > 4) {
    let best: { at: number; meet: Point; cost: number } | null = null
    for (let at = 0; at < points.length; at++) {
      const [a, b, c, d] = [0, 1, 2, 3].map((k) => points[(at + k) % points.length]!) as [Point, Point, Point, Point]
      const meet = meeting(a, b, d, c)
      if (!meet) continue
      const cost = areaOf([b, meet, c])
      if (!best || cost < best.cost) best = { at, meet, cost }
    }
    if (!best) return points.length > 4 ? points.slice(0, 4) : points
    const { at, meet } = best
    const [b, c] = [(at + 1) % points.length, (at + 2) % points.length]
    points = points.map((point, n) => (n === b ? meet : point)).filter((_, n) => n !== c)
  }
  return points
}

/** Where the lines a–b and d–c meet beyond b and c; null when they do not, or far away. */
function meeting(a: Point, b: Point, d: Point, c: Point): Point | null {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, c.x - d.x, c.y - d.y]
  const denominator = ux * vy - uy * vx
  if (Math.abs(denominator) < 1e-9) return null
  const t = ((d.x - a.x) * vy - (d.y - a.y) * vx) / denominator
  const s = ((d.x - a.x) * uy - (d.y - a.y) * ux) / denominator
  if (t < 1 || s < 1) return null
  return { x: a.x + t * ux, y: a.y + t * uy }
}

/** Each side moved outwards by `by` cells. */
function grow(points: Point[], by: number): Point[] {
  const centre = { x: points.reduce((sum, p) => sum + p.x, 0) / points.length, y: points.reduce((sum, p) => sum + p.y, 0) / points.length }
  return points.map(({ x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y]
    const length = Math.hypot(dx, dy) || 1
    return { x: x + dx / length * by * Math.SQRT2, y: y + dy / length * by * Math.SQRT2 }
  })
}

/** Top left first, then clockwise. */
function ordered(points: Point[]): Quad {
  const centre = { x: points.reduce((sum, p) => sum + p.x, 0) / 4, y: points.reduce((sum, p) => sum + p.y, 0) / 4 }
  const round = points.toSorted((a, b) => Math.atan2(a.y - centre.y, a.x - centre.x) - Math.atan2(b.y - centre.y, b.x - centre.x))
  const first = round.reduce((best, p, n) => (p.x + p.y < round[best]!.x + round[best]!.y ? n : best), 0)
  return [0, 1, 2, 3].map((k) => round[(first + k) % 4]!) as unknown as Quad
}

function filledOf({ mask, columns, rows }: Sheet, quad: Point[], area: number): number {
  let inside = 0
  const isInside = insideOf(quad)
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) if (mask[y * columns + x] === 1 && isInside(x, y)) inside++
  return Math.min(1, inside / Math.max(1, area))
}

/** Tells of many points whether they lie in one quadrangle; on a side counts. */
export function insideOf(quad: readonly Point[]): (x: number, y: number) => boolean {
  const sides = Float64Array.from(quad.flatMap((o, n) => {
    const a = quad[(n + 1) % quad.length]!
    return [o.x, o.y, a.x - o.x, a.y - o.y]
  }))
  return (x, y) => {
    let sign = 0
    for (let n = 0; n < sides.length; n += 4) {
      const side = sides[n + 2]! * (y - sides[n + 1]!) - sides[n + 3]! * (x - sides[n]!)
      if (side < 1e-9 && side > -1e-9) continue
      const own = side > 0 ? 1 : -1
      if (sign === 0) sign = own
      else if (own !== sign) return false
    }
    return true
  }
}
