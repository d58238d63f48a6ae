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

/** Letters by their places, to ask which of them stand near one. Lists in one array, found by their cell. */
function makeGrid(spots: Spots, index: number[], { width, height }: { width: number; height: number }): (at: number, ask: (other: number) => boolean) => boolean {
  const columns = Math.ceil(width / CELL) + 2
  const rows = Math.ceil(height / CELL) + 2
  const cellOf = (at: number): number => (Math.floor(spots.top[at]! / CELL) + 1) * columns + Math.floor(spots.left[at]! / CELL) + 1
  const starts = new Int32Array(columns * rows + 1)
  for (const at of index) starts[cellOf(at) + 1] = starts[cellOf(at) + 1]! + 1
  for (let n = 1; n < starts.length; n++) starts[n] = starts[n]! + starts[n - 1]!
  const next = starts.slice()
  const sorted = new Int32Array(index.length)
  for (const at of index) {
    const cell = cellOf(at)
    sorted[next[cell]!] = at
    next[cell] = next[cell]! + 1
  }
  return (at, ask) => {
    const cell = cellOf(at)
    for (let row = cell - columns; row <= cell + columns; row += columns) {
      for (let n = starts[row - 1]!, end = starts[row + 2]!; n < end; n++) if (sorted[n] !== at && ask(sorted[n]!)) return true
    }
    return false
  }
}

/** Of two spots, along one axis: near each other, level with each other, and of like size. */
function isNext(spots: Spots, one: number, other: number, across: boolean): boolean {
  const [left, right, top, bottom] = across ? [spots.left, spots.right, spots.top, spots.bottom] : [spots.top, spots.bottom, spots.left, spots.right]
  const h = bottom[one]! - top[one]! + 1
  const q = bottom[other]! - top[other]! + 1
  const size = h > q ? h : q
  if ((h > q ? q : h) * 2.2 < size) return false
  const gap = Math.max(left[other]! - right[one]!, left[one]! - right[other]!) - 1
  if (gap >= size * 0.75 || gap <= -size * 0.3) return false
  return Math.abs(top[one]! + bottom[one]! - top[other]! - bottom[other]!) < size * 0.8
}

/** Which spots are letters in lines of writing, how high the small ones are, and which way the lines go. */
export function findLetters(spots: Spots, size: { width: number; height: number }): Letters {
  const like: number[] = []
  for (let at = 0; at < spots.count; at++) if (isLike(spots, at)) like.push(at)
  const near = makeGrid(spots, like, size)
  let [beside, stacked] = [0, 0]
  const inLine = like.filter((at) => {
    const across = near(at, (other) => isNext(spots, at, other, true))
    const down = near(at, (other) => isNext(spots, at, other, false))
    if (across && !down) beside++
    if (down && !across) stacked++
    return across || down
  })
  const sideways = stacked > beside
  const heights = inLine.map((at) => (sideways ? spots.right[at]! - spots.left[at]! : spots.bottom[at]! - spots.top[at]!) + 1).sort((a, b) => a - b)
  return { index: Int32Array.from(inLine), height: heights[Math.floor(heights.length * 0.45)] ?? 0, beside, stacked }
}
