import type { Grey } from './grey.ts'

const SIDE = 16
/** Each cell of the hash is made of so many parts a side. */
const FINE = 4
const COLUMNS = (SIDE + 2) * FINE
const ROWS = (SIDE + 1) * FINE

/** Where the parts of a side of `length` pixels begin: the pixel, and how much of it still belongs to the part before. */
function beginnings(length: number, count: number): { pixel: Int32Array; before: Float64Array } {
  const exact = Float64Array.from({ length: count + 1 }, (_, part) => part * length / count)
  const pixel = Int32Array.from(exact, (at) => Math.min(length - 1, Math.floor(at)))
  return { pixel, before: exact.map((at, part) => at - pixel[part]!) }
}

/** Sums of one row of pixels by parts; a pixel on a border counts for both by its share. */
function addRow(data: Uint8Array, at: number, { pixel, before }: ReturnType<typeof beginnings>, into: Float64Array): void {
  for (let part = 0; part < COLUMNS; part++) {
    const [from, to] = [at + pixel[part]!, at + pixel[part + 1]!]
    let sum = 0
    for (let x = from; x < to; x++) sum += data[x]!
    into[part] = sum - data[from]! * before[part]! + data[to]! * before[part + 1]!
  }
}

/**
 * Mean brightness of 72 × 68 equal parts of the picture, row by row. A pixel on a border counts for both its parts: the
 * same picture at another size has the same parts.
 */
export function lookParts({ data, width, height }: Grey): Uint8Array {
  const across = beginnings(width, COLUMNS)
  const down = beginnings(height, ROWS)
  const area = (width / COLUMNS) * (height / ROWS)
  const line = new Float64Array(COLUMNS)
  const out = new Uint8Array(COLUMNS * ROWS)
  for (let row = 0; row < ROWS; row++) {
    const sums = new Float64Array(COLUMNS)
    const [from, to] = [down.pixel[row]!, down.pixel[row + 1]!]
    for (let y = from; y <= to; y++) {
      const share = (y < to ? 1 : down.before[row + 1]!) - (y === from ? down.before[row]! : 0)
      addRow(data, y * width, across, line)
      for (let part = 0; part < COLUMNS; part++) sums[part]! += line[part]! * share
    }
    sums.forEach((sum, part) => { out[row * COLUMNS + part] = Math.round(sum / area) })
  }
  return out
}

/**
 * A dHash of 16 × 16 from the parts: 256 bits as 64 hex digits. Cells two apart are compared, two rows together, so that
 * what was saved again, smaller and worse, changes few of them.
 */
export function lookHash(parts: Uint8Array): string {
  const cells = new Float32Array((SIDE + 2) * (SIDE + 1))
  parts.forEach((value, at) => { cells[Math.floor(at / COLUMNS / FINE) * (SIDE + 2) + Math.floor(at % COLUMNS / FINE)]! += value })
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
