import type { Grey } from './grey.ts'

const SIDE = 16

/** Mean brightness of `columns` × `rows` equal parts of the picture. */
function parts({ data, width, height }: Grey, columns: number, rows: number): Float32Array {
  const out = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [Math.floor(row * height / rows), Math.max(Math.floor((row + 1) * height / rows), Math.floor(row * height / rows) + 1)]
    for (let column = 0; column < columns; column++) {
      const [left, right] = [Math.floor(column * width / columns), Math.max(Math.floor((column + 1) * width / columns), Math.floor(column * width / columns) + 1)]
      let sum = 0
      // Every pixel: every other one would see lines of writing where there are none.
      let count = 0
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) {
        sum += data[Math.min(height - 1, y) * width + Math.min(width - 1, x)]!
        count++
      }
      out[row * columns + column] = sum / count
    }
  }
  return out
}

/**
 * A dHash of 16 × 16: 256 bits as 64 hex digits. Parts two apart are compared, two rows together, so that what was saved
 * again, smaller and worse, changes few of them.
 */
export function lookHash(grey: Grey): string {
  const cells = parts(grey, SIDE + 2, SIDE + 1)
  const at = (x: number, y: number): number => cells[y * (SIDE + 2) + x]! + cells[(y + 1) * (SIDE + 2) + x]!
  let out = ''
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x += 4) {
      let nibble = 0
      for (let k = 0; k < 4; k++) nibble = nibble * 2 + (at(x + k, y) < at(x + k + 2, y) ? 1 : 0)
      out += nibble.toString(16)
    }
  }
  return out
}
