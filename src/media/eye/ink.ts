import type { Grey } from './grey.ts'

/** Ink is darker than its surroundings by this share of them, and by so many levels. */
const SHARE = 0.12
const LEVELS = 10
/** The surroundings: squares of so many pixels, each with its eight neighbours. */
const SQUARE = 9

/**
 * How dark each pixel of a row must be to be ink, whatever the light: under the mean of its surroundings by a share of it.
 * The means are those of squares, and are joined by straight lines along the row: a tenth of the work of a mean around each pixel.
 */
export function inkLimits(grey: Grey): (y: number) => Uint8Array {
  const { width, height } = grey
  const [columns, rows] = [Math.max(1, Math.ceil(width / SQUARE)), Math.max(1, Math.ceil(height / SQUARE))]
  const around = surroundings(squares(grey, columns, rows), columns, rows)
  const limits = new Uint8Array(width)
  let filled = -1
  return (y) => {
    const row = Math.floor(y / SQUARE)
    if (row === filled) return limits
    filled = row
    for (let x = 0; x < width; x++) {
      const place = (x + 0.5) / SQUARE - 0.5
      const column = place < 0 ? 0 : place | 0
      const next = column + 1 < columns ? column + 1 : column
      const part = place < 0 ? 0 : place - column
      const mean = around[row * columns + column]! * (1 - part) + around[row * columns + next]! * part
      const limit = mean * SHARE > LEVELS ? mean * (1 - SHARE) : mean - LEVELS
      limits[x] = limit < 0 ? 0 : limit
    }
    return limits
  }
}

function squares({ data, width, height }: Grey, columns: number, rows: number): Float32Array {
  const sums = new Float32Array(columns * rows)
  // Every other row tells as much of a mean.
  for (let y = 0; y < height; y += 2) {
    const row = Math.floor(y / SQUARE) * columns
    let at = y * width
    for (let column = 0, x = 0; column < columns; column++) {
      const end = Math.min(width, x + SQUARE)
      let sum = 0
      for (; x < end; x++) sum += data[at++]!
      sums[row + column] = sums[row + column]! + sum
    }
  }
  return sums.map((sum, n) => {
    const [x, y] = [(n % columns) * SQUARE, Math.floor(n / columns) * SQUARE]
    const across = Math.min(SQUARE, width - x)
    const end = Math.min(height, y + SQUARE)
    const down = Math.ceil(end / 2) - Math.ceil(y / 2)
    return down === 0 ? 255 : sum / (across * down)
  })
}

function surroundings(mean: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(mean.length)
  for (let row = 0, at = 0; row < rows; row++) for (let column = 0; column < columns; column++, at++) {
    let [sum, count] = [0, 0]
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      sum += mean[y * columns + x]!
      count++
    }
    out[at] = sum / count
  }
  return out
}
