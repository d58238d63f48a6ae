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
  const keep = pieces.sizes.reduce((best, size, n) => (size > pieces.sizes[best]! ? n : best), 0)
  const sheet = new Uint8Array(mask.length)
  if (keep > 0) for (let at = 0; at < sheet.length; at++) if (pieces.numbers[at] === keep) sheet[at] = 1
  const outside = labels(sheet, columns, rows, 0)
  const touching = new Uint8Array(outside.sizes.length)
  for (let x = 0; x < columns; x++) touching[outside.numbers[x]!] = touching[outside.numbers[(rows - 1) * columns + x]!] = 1
  for (let y = 0; y < rows; y++) touching[outside.numbers[y * columns]!] = touching[outside.numbers[y * columns + columns - 1]!] = 1
  for (let at = 0; at < sheet.length; at++) {
    const piece = outside.numbers[at]!
    sheet[at] = piece !== 0 && touching[piece] === 1 ? 0 : 1
  }
  return sheet
}

/** Numbers the connected pieces of one value from 1, 0 elsewhere; `sizes` by number. */
function labels(mask: Uint8Array, columns: number, rows: number, value: number): { numbers: Int32Array; sizes: number[] } {
  const numbers = new Int32Array(mask.length)
  const stack = new Int32Array(mask.length)
  const sizes = [0]
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== value || numbers[start] !== 0) continue
    const own = sizes.length
    let [top, size] = [1, 0]
    stack[0] = start
    numbers[start] = own
    while (top > 0) {
      const at = stack[--top]!
      const x = at % columns
      size++
      for (let way = 0; way < 4; way++) {
        const near = way === 0 ? (x > 0 ? at - 1 : -1) : way === 1 ? (x + 1 < columns ? at + 1 : -1) : way === 2 ? at - columns : at + columns
        if (near < 0 || near >= rows * columns || mask[near] !== value || numbers[near] !== 0) continue
        numbers[near] = own
        stack[top++] = near
      }
    }
    sizes.push(size)
  }
  return { numbers, sizes }
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
