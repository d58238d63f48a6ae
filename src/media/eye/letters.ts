import type { Spots } from './spots.ts'

/** A spot that may be a letter; its place in the list of spots. */
export type Letters = {
  /** Which spots. */
  index: Int32Array
  /** Median height of small letters, in pixels; 0 where there are none. */
  height: number
  /** Letters with a neighbour beside them, and with one above or below, as lines of writing have: upright text has more of the first. */
  beside: number
  stacked: number
}

const LEAST = 3
const MOST = 110

function isLike(spots: Spots, at: number): boolean {
  const w = spots.right[at]! - spots.left[at]! + 1
  const h = spots.bottom[at]! - spots.top[at]! + 1
  if (h < LEAST || w < 2 || h > MOST || w > MOST * 1.5) return false
  const share = spots.area[at]! / (w * h)
  return w <= h * 3.2 && h <= w * 6 && share > 0.15 && share < 0.97
}

const CELL = 48

/** Letters by their cells: the letters of cell `n` are `sorted` from `starts[n]` to `starts[n + 1]`. */
type Grid = { columns: number; starts: Int32Array; sorted: Int32Array }

const cellOf = (spots: Spots, at: number, columns: number): number => (Math.floor(spots.top[at]! / CELL) + 1) * columns + Math.floor(spots.left[at]! / CELL) + 1

function makeGrid(spots: Spots, index: Int32Array, { width, height }: { width: number; height: number }): Grid {
  const columns = Math.ceil(width / CELL) + 2
  const rows = Math.ceil(height / CELL) + 2
  const starts = new Int32Array(columns * rows + 1)
  for (const at of index) starts[cellOf(spots, at, columns) + 1]!++
  for (let n = 1; n < starts.length; n++) starts[n]! += starts[n - 1]!
  const next = starts.slice()
  const sorted = new Int32Array(index.length)
  for (const at of index) sorted[next[cellOf(spots, at, columns)]!++] = at
  return { columns, starts, sorted }
}

/** Of two boxes, along one axis: near each other, level with each other, and of like size. `h` and `q` are their heights across the line. */
function isNext(gap: number, level: number, h: number, q: number): boolean {
  const size = h > q ? h : q
  return (h > q ? q : h) * 2.2 >= size && gap < size * 0.75 && gap > -size * 0.3 && level < size * 0.8
}

const BESIDE = 1
const STACKED = 2

/** Whether a letter has a neighbour beside it, one above or below, or both. */
function neighbours({ left, right, top, bottom }: Spots, at: number, { columns, starts, sorted }: Grid): number {
  const [l, r, t, b] = [left[at]!, right[at]!, top[at]!, bottom[at]!]
  const cell = (Math.floor(t / CELL) + 1) * columns + Math.floor(l / CELL) + 1
  let found = 0
  for (let row = cell - columns; row <= cell + columns; row += columns) {
    for (let n = starts[row - 1]!, end = starts[row + 2]!; n < end; n++) {
      const other = sorted[n]!
      if (other === at) continue
      const [ol, or, ot, ob] = [left[other]!, right[other]!, top[other]!, bottom[other]!]
      const across = (ol - r > l - or ? ol - r : l - or) - 1
      const down = (ot - b > t - ob ? ot - b : t - ob) - 1
      const [level, plumb] = [t + b - ot - ob, l + r - ol - or]
      if ((found & BESIDE) === 0 && isNext(across, level < 0 ? -level : level, b - t + 1, ob - ot + 1)) found |= BESIDE
      if ((found & STACKED) === 0 && isNext(down, plumb < 0 ? -plumb : plumb, r - l + 1, or - ol + 1)) found |= STACKED
      if (found === (BESIDE | STACKED)) return found
    }
  }
  return found
}

/** Which spots are letters in lines of writing, how high the small ones are, and which way the lines go. */
export function findLetters(spots: Spots, size: { width: number; height: number }): Letters {
  const like = new Int32Array(spots.count)
  let count = 0
  for (let at = 0; at < spots.count; at++) if (isLike(spots, at)) like[count++] = at
  const grid = makeGrid(spots, like.subarray(0, count), size)
  let [beside, stacked, kept] = [0, 0, 0]
  const inLine = new Int32Array(count)
  for (let n = 0; n < count; n++) {
    const found = neighbours(spots, like[n]!, grid)
    if (found === BESIDE) beside++
    if (found === STACKED) stacked++
    if (found !== 0) inLine[kept++] = like[n]!
  }
  const index = inLine.slice(0, kept)
  const sideways = stacked > beside
  const heights = index.map((at) => (sideways ? spots.right[at]! - spots.left[at]! : spots.bottom[at]! - spots.top[at]!) + 1).sort()
  return { index, height: heights[Math.floor(heights.length * 0.45)] ?? 0, beside, stacked }
}
