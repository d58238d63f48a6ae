import type { Coarse } from './coarse.ts'
import type { Grey } from './grey.ts'

export type Point = { x: number; y: number }
/** Corners of a page: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/** The bright sheet on a coarse map: one byte a cell, 1 is sheet; `cell` pixels a side, `level` the paper's own brightness. */
export type Sheet = {
  mask: Uint8Array
  /** The brightest near each cell: the page without its writing. */
  bright: Uint8Array
  columns: number
  rows: number
  cell: number
  level: number
  /** Share of the map that the sheet covers, and of each edge of the frame: top, right, bottom, left. */
  share: number
  edges: readonly [number, number, number, number]
}

/** Two halves of a map closer than this are one surface: the paper fills the frame, or lies on something as bright. */
const LEAST_DIFFERENCE = 24

/** Splits the picture into sheet and surroundings by brightness, after writing has been washed out of it; the largest bright piece is the sheet. */
export function findSheet(grey: Grey, { top, columns, rows, cell }: Coarse): Sheet {
  const map = spread(spread(top, columns, rows, true), columns, rows, true)
  const threshold = split(map)
  let mask: Uint8Array = map.map((it) => (it > threshold ? 1 : 0))
  for (let n = 0; n < 2; n++) mask = spread(mask, columns, rows, false)
  mask = threshold < 0 ? mask : largest(mask, columns, rows)
  const share = mask.reduce((sum, it) => sum + it, 0) / mask.length
  return { mask, bright: map, columns, rows, cell, share, level: levelOf(grey, mask, cell, columns), edges: edgesOf(mask, columns, rows) }
}

/** Each cell becomes the brightest (or darkest) of itself and its eight neighbours: along the rows, then down the columns. */
function spread(map: Uint8Array, columns: number, rows: number, grow: boolean): Uint8Array {
  const across = new Uint8Array(map.length)
  const pick = (a: number, b: number): number => ((grow ? a > b : a < b) ? a : b)
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      let value = map[at]!
      if (x > 0) value = pick(map[at - 1]!, value)
      if (x + 1 < columns) value = pick(map[at + 1]!, value)
      across[at] = value
    }
  }
  const out = new Uint8Array(map.length)
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      let value = across[at]!
      if (y > 0) value = pick(across[at - columns]!, value)
      if (y + 1 < rows) value = pick(across[at + columns]!, value)
      out[at] = value
    }
  }
  return out
}

/** Otsu's threshold, or -1 when there is only one surface. */
function split(map: Uint8Array): number {
  const counts = new Float64Array(256)
  for (const it of map) counts[it]!++
  const total = map.reduce((sum, it) => sum + it, 0)
  let best = { score: 0, threshold: -1, difference: 0 }
  for (let level = 0, below = 0, sum = 0; level < 255; level++) {
    below += counts[level]!
    sum += level * counts[level]!
    const above = map.length - below
    if (below === 0 || above === 0) continue
    const difference = (total - sum) / above - sum / below
    const score = below * above * difference * difference
    if (score > best.score) best = { score, threshold: level, difference }
  }
  return best.difference < LEAST_DIFFERENCE ? -1 : best.threshold
}

/** The largest connected piece, with its holes filled: a photograph or a dark table on a page belongs to the page. */
function largest(mask: Uint8Array, columns: number, rows: number): Uint8Array {
  const pieces = labels(mask, columns, rows, 1)
  const keep = biggest(pieces)
  const sheet = pieces.map((it) => (it === keep ? 1 : 0)) as unknown as Uint8Array
  const outside = labels(Uint8Array.from(sheet), columns, rows, 0)
  const touching = new Set<number>()
  for (let x = 0; x < columns; x++) touching.add(outside[x]!).add(outside[(rows - 1) * columns + x]!)
  for (let y = 0; y < rows; y++) touching.add(outside[y * columns]!).add(outside[y * columns + columns - 1]!)
  return Uint8Array.from(outside, (it) => (it !== 0 && touching.has(it) ? 0 : 1))
}

function biggest(pieces: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const it of pieces) if (it !== 0) sizes.set(it, (sizes.get(it) ?? 0) + 1)
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Numbers the connected pieces of one value from 1; 0 elsewhere. */
function labels(mask: Uint8Array, columns: number, rows: number, value: number): Int32Array {
  const out = new Int32Array(mask.length)
  const stack: number[] = []
  let next = 0
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== value || out[start] !== 0) continue
    next++
    stack.push(start)
    out[start] = next
    while (stack.length > 0) {
      const at = stack.pop()!
      const x = at % columns
      for (const near of [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns]) {
        if (near < 0 || near >= rows * columns || mask[near] !== value || out[near] !== 0) continue
        out[near] = next
        stack.push(near)
      }
    }
  }
  return out
}

function edgesOf(mask: Uint8Array, columns: number, rows: number): Sheet['edges'] {
  const share = (length: number, at: (n: number) => number): number => {
    let on = 0
    for (let n = 0; n < length; n++) on += mask[at(n)]!
    return on / length
  }
  return [share(columns, (n) => n), share(rows, (n) => n * columns + columns - 1), share(columns, (n) => (rows - 1) * columns + n), share(rows, (n) => n * columns)]
}

function levelOf({ data, width }: Grey, mask: Uint8Array, cell: number, columns: number): number {
  const counts = new Uint32Array(256)
  let seen = 0
  for (let n = 0; n < mask.length; n++) {
    if (mask[n] !== 1) continue
    const at = (Math.floor(n / columns) * cell) * width + (n % columns) * cell
    for (let k = 0; k < cell; k += 2) {
      counts[data[at + k]!]!++
      seen++
    }
  }
  let level = 0
  for (let below = counts[0]!; level < 255 && below < seen / 2; below += counts[++level]!);
  return level
}
