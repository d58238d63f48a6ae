import type { Grey } from './grey.ts'
import { inkLimits } from './ink.ts'

/** Connected ink: boxes in pixels, right and bottom edges included; `area` counts ink. Kept flat: there are tens of thousands. */
export type Spots = { count: number; left: Int32Array; top: Int32Array; right: Int32Array; bottom: Int32Array; area: Int32Array }

/** More than any page of writing has; a picture with more gives what was met so far. */
const MOST_RUNS = 400_000

type Runs = { parent: Int32Array; left: Int32Array; right: Int32Array; top: Int32Array; bottom: Int32Array; area: Int32Array; endLeft: Int32Array; endRight: Int32Array }

/** Room for the runs of one picture, kept between pictures: pictures are read one after another. */
let room: Runs | null = null
function roomForRuns(): Runs {
  const list = (): Int32Array => new Int32Array(MOST_RUNS)
  return (room ??= { parent: list(), left: list(), right: list(), top: list(), bottom: list(), area: list(), endLeft: list(), endRight: list() })
}

function rootOf(parent: Int32Array, run: number): number {
  let at = run
  while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
  return at
}

function join({ parent, left, right, top, bottom, area }: Runs, one: number, other: number): void {
  const [a, b] = [rootOf(parent, one), rootOf(parent, other)]
  if (a === b) return
  const keep = a < b ? a : b
  const gone = a < b ? b : a
  parent[gone] = keep
  if (left[gone]! < left[keep]!) left[keep] = left[gone]!
  if (right[gone]! > right[keep]!) right[keep] = right[gone]!
  if (top[gone]! < top[keep]!) top[keep] = top[gone]!
  if (bottom[gone]! > bottom[keep]!) bottom[keep] = bottom[gone]!
  area[keep] = area[keep]! + area[gone]!
}

/** Finds connected ink (eight neighbours) by runs of rows. */
export function findSpots(grey: Grey): Spots {
  const { data, width, height } = grey
  const limitsOf = inkLimits(grey)
  const runs = roomForRuns()
  const { parent, left, right, top, bottom, area, endLeft, endRight } = runs
  let count = 0
  let [aboveFrom, aboveTo] = [0, 0]
  for (let y = 0; y < height && count < MOST_RUNS - width; y++) {
    const limits = limitsOf(y)
    const from = count
    let before = aboveFrom
    for (let x = 0, at = y * width; x < width; x++) {
      if (data[at + x]! >= limits[x]!) continue
      const start = x
      while (x + 1 < width && data[at + x + 1]! < limits[x + 1]!) x++
      parent[count] = count
      // A run's own ends are needed while the next row is read; its box may have grown.
      endLeft[count] = left[count] = start
      endRight[count] = right[count] = x
      top[count] = bottom[count] = y
      area[count] = x - start + 1
      while (before < aboveTo && endRight[before]! < start - 1) before++
      for (let other = before; other < aboveTo && endLeft[other]! <= x + 1; other++) join(runs, count, other)
      count++
    }
    aboveFrom = from
    aboveTo = count
  }
  return gathered(runs, count)
}

function gathered({ parent, left, right, top, bottom, area }: Runs, runs: number): Spots {
  let count = 0
  for (let run = 0; run < runs; run++) if (parent[run] === run) count++
  const out: Spots = { count, left: new Int32Array(count), top: new Int32Array(count), right: new Int32Array(count), bottom: new Int32Array(count), area: new Int32Array(count) }
  for (let run = 0, at = 0; run < runs; run++) {
    if (parent[run] !== run) continue
    out.left[at] = left[run]!
    out.top[at] = top[run]!
    out.right[at] = right[run]!
    out.bottom[at] = bottom[run]!
    out.area[at++] = area[run]!
  }
  return out
}
