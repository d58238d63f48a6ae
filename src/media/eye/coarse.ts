import type { Grey } from './grey.ts'

/** A picture by its cells: mean and greatest brightness of squares of `cell` pixels. */
export type Coarse = { columns: number; rows: number; cell: number; mean: Float32Array; top: Uint8Array }

const SIDE = 160

/** One pass over the picture; everything that need not be exact to the pixel is asked of this. */
export function coarsen({ data, width, height }: Grey): Coarse {
  const cell = Math.max(1, Math.round(Math.max(width, height) / SIDE))
  const columns = Math.max(1, Math.floor(width / cell))
  const rows = Math.max(1, Math.floor(height / cell))
  const sums = new Uint32Array(columns * rows)
  const top = new Uint8Array(columns * rows)
  const down = Math.min(rows * cell, height)
  for (let y = 0; y < down; y++) {
    const row = Math.floor(y / cell) * columns
    let at = y * width
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let most = top[row + column]!
      for (const end = at + cell; at < end; at++) {
        const value = data[at]!
        sum += value
        most = value > most ? value : most
      }
      sums[row + column] = sums[row + column]! + sum
      top[row + column] = most
    }
  }
  const area = cell * cell
  return { columns, rows, cell, top, mean: Float32Array.from(sums, (sum) => sum / area) }
}
