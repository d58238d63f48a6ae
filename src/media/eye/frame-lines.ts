import type { Coarse } from './coarse.ts'
import type { Outline } from './corners.ts'
import type { Point, Quad, Sheet } from './sheet.ts'

const STEPS = 28
const MOST_TILT = 20 * Math.PI / 180
/** A side of the page is seen along this much of its length, by at least so many levels. */
const SEEN = 0.62
const LEAST_STEP = 7
/** What a side beyond the frame counts: more than a doubtful edge, less than one that is surely there. */
const BEYOND = 0.86
/** So much of the frame's side must be sheet for the page to run out there. */
const RUNS_OUT = 0.3

type Field = { along: Float32Array; down: Float32Array; columns: number; rows: number; cell: number }
/** `border`: not an edge but the frame's own side, where the page runs out of it. */
type Line = { angle: number; offset: number; score: number; border?: true }

/** Brightness differences of the cells: `along` tells upright edges, `down` level ones. Writing is washed out by the means. */
function fieldOf({ mean, columns, rows, cell }: Coarse): Field {
  const [along, down] = [new Float32Array(mean.length), new Float32Array(mean.length)]
  for (let y = 1; y + 1 < rows; y++) {
    for (let x = 1; x + 1 < columns; x++) {
      const at = y * columns + x
      along[at] = mean[at + 1]! - mean[at - 1]!
      down[at] = mean[at + columns]! - mean[at - columns]!
    }
  }
  return { along, down, columns, rows, cell }
}

/** A strong short edge must not outweigh a long one. */
const MOST_STEP = 30

/** Cells with an edge, few of all: their place across and along the lines looked for, and how strong it is. */
type Edges = { place: Int32Array; along: Int32Array; value: Float32Array; count: number; across: number; length: number }

function edgesOf(field: Field, upright: boolean): Edges {
  const { columns, rows } = field
  const values = upright ? field.along : field.down
  const [place, along, value] = [new Int32Array(values.length), new Int32Array(values.length), new Float32Array(values.length)]
  let count = 0
  for (let y = 0, at = 0; y < rows; y++) for (let x = 0; x < columns; x++, at++) {
    const step = values[at]!
    if (step <= LEAST_STEP && step >= -LEAST_STEP) continue
    place[count] = upright ? x : y
    along[count] = upright ? y : x
    value[count++] = Math.max(-MOST_STEP, Math.min(MOST_STEP, step))
  }
  const [across, length] = upright ? [columns, rows] : [rows, columns]
  return { place, along, value, count, across, length }
}

/** Long straight edges, the strongest five first: `brighter` where it grows brighter along the axis, `darker` where darker. */
function linesOf(field: Field, upright: boolean): { brighter: Line[]; darker: Line[] } {
  const { place, along, value, count, across, length } = edgesOf(field, upright)
  const [up, down, shift] = [new Float32Array(across), new Float32Array(across), new Int32Array(length)]
  const found: { brighter: Line[]; darker: Line[] } = { brighter: [], darker: [] }
  for (let step = 0; step <= STEPS; step++) {
    const angle = (step / STEPS * 2 - 1) * MOST_TILT
    const slope = Math.tan(angle)
    for (let n = 0; n < length; n++) shift[n] = Math.round((n - length / 2) * slope)
    up.fill(0)
    down.fill(0)
    for (let n = 0; n < count; n++) {
      const k = place[n]! - shift[along[n]!]!
      if (k < 0 || k >= across) continue
      const each = value[n]!
      if (each > 0) up[k] = up[k]! + each
      else down[k] = down[k]! - each
    }
    peaks(up, angle, found.brighter)
    peaks(down, angle, found.darker)
  }
  return { brighter: strongest(found.brighter), darker: strongest(found.darker) }
}

function peaks(sums: Float32Array, angle: number, into: Line[]): void {
  for (let k = 2; k + 2 < sums.length; k++) if (sums[k]! > sums[k - 1]! && sums[k]! >= sums[k + 1]!) into.push({ angle, offset: k, score: sums[k]! })
}

function strongest(found: Line[]): Line[] {
  const kept: Line[] = []
  for (const line of found.sort((a, b) => b.score - a.score)) {
    if (kept.length >= 5) break
    if (!kept.some((other) => Math.abs(other.offset - line.offset) < 6)) kept.push(line)
  }
  return kept
}

/** Where an upright and a level line meet. */
function meet(field: Field, upright: Line, level: Line): Point {
  const [a, b] = [Math.tan(upright.angle), Math.tan(level.angle)]
  // x = u + (y - rows/2)·a ; y = l + (x - columns/2)·b
  const y = (level.offset + (upright.offset - field.rows / 2 * a - field.columns / 2) * b) / (1 - a * b)
  return { x: upright.offset + (y - field.rows / 2) * a, y }
}

/** How much of a side is an edge: on it, or a cell beside it. */
function seen({ along, down, columns, rows }: Field, from: Point, to: Point, { upright, sign }: { upright: boolean; sign: 1 | -1 }): number {
  const values = upright ? along : down
  const beside = upright ? 1 : columns
  const steps = Math.max(8, Math.round(Math.hypot(to.x - from.x, to.y - from.y)))
  let on = 0
  for (let n = 0; n <= steps; n++) {
    const [x, y] = [Math.round(from.x + (to.x - from.x) * n / steps), Math.round(from.y + (to.y - from.y) * n / steps)]
    const [across, most, other, length] = upright ? [x, columns, y, rows] : [y, rows, x, columns]
    if (other < 0 || other >= length) continue
    const at = y * columns + x
    const own = across >= 0 && across < most ? values[at]! * sign : 0
    const before = across > 0 && across <= most ? values[at - beside]! * sign : 0
    const after = across >= -1 && across + 1 < most ? values[at + beside]! * sign : 0
    if (own > LEAST_STEP || before > LEAST_STEP || after > LEAST_STEP) on++
  }
  return on / (steps + 1)
}

/** The page by its four long straight edges, brighter inside; also on a table as bright as itself. Null where they are not to be seen. */
export function findByEdges(coarse: Coarse, edges: Sheet['edges']): Outline | null {
  const field = fieldOf(coarse)
  const beyond = (side: number, offset: number): Line[] => (edges[side]! > RUNS_OUT ? [{ angle: 0, offset, score: 0, border: true }] : [])
  const [upright, level] = [linesOf(field, true), linesOf(field, false)]
  const lefts = [...upright.brighter, ...beyond(3, 0)]
  const rights = [...upright.darker, ...beyond(1, field.columns - 1)]
  const tops = [...level.brighter, ...beyond(0, 0)]
  const bottoms = [...level.darker, ...beyond(2, field.rows - 1)]
  let best: { quad: Quad; score: number; area: number; cut: number } | null = null
  for (const left of lefts) for (const right of rights) {
    if (right.offset - left.offset < field.columns * 0.2) continue
    for (const top of tops) for (const bottom of bottoms) {
      if (bottom.offset - top.offset < field.rows * 0.2) continue
      const quad: Quad = [meet(field, left, top), meet(field, right, top), meet(field, right, bottom), meet(field, left, bottom)]
      const cut = [left, right, top, bottom].filter(({ border }) => border).length
      if (cut === 4) continue
      const sides = [
        left.border ? BEYOND : seen(field, quad[0], quad[3], { upright: true, sign: 1 }), right.border ? BEYOND : seen(field, quad[1], quad[2], { upright: true, sign: -1 }),
        top.border ? BEYOND : seen(field, quad[0], quad[1], { upright: false, sign: 1 }), bottom.border ? BEYOND : seen(field, quad[3], quad[2], { upright: false, sign: -1 }),
      ]
      const least = Math.min(...sides)
      const area = areaOf(quad) / (field.columns * field.rows)
      // Of two frames as well seen the larger one is the page: the other is printed on it.
      const score = least + 0.25 * area
      if (least >= SEEN && (!best || score > best.score)) best = { quad, score, area, cut }
    }
  }
  if (!best) return null
  const quad = best.quad.map(({ x, y }) => ({ x: (x + 0.5) * field.cell, y: (y + 0.5) * field.cell })) as unknown as Quad
  return { quad, area: best.area, filled: 1, cut: best.cut }
}

const areaOf = (quad: Quad): number => Math.abs(quad.reduce((sum, point, n) => {
  const next = quad[(n + 1) % 4]!
  return sum + point.x * next.y - next.x * point.y
}, 0)) / 2
