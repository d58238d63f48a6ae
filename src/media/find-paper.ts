import type { Grey } from './grey.ts'

/** Where the bright sheet lies, on a coarse map of cells of `cell` pixels; `level` is the paper's own brightness. */
export type Paper = { sheet: Uint8Array; columns: number; rows: number; cell: number; level: number }

const MAP_SIDE = 250
/** Two halves of a map closer than this are one surface: the paper fills the frame. */
const LEAST_DIFFERENCE = 30

/** Splits the picture into sheet and surroundings by brightness (Otsu), after writing has been washed out of it. */
export function findPaper(grey: Grey): Paper {
  const cell = Math.max(1, Math.round(Math.max(grey.width, grey.height) / MAP_SIDE))
  const columns = Math.ceil(grey.width / cell)
  const rows = Math.ceil(grey.height / cell)
  // The brightest pixel near a cell is paper even where there is a letter.
  const map = spread(brightest(grey, cell, columns, rows), columns, rows, Math.max)
  const threshold = split(map)
  let sheet: Uint8Array = map.map((it) => (it > threshold ? 1 : 0))
  // Shrunk again, and a little more, so that the sheet's edge counts as neither.
  for (let i = 0; i < 2; i++) sheet = spread(sheet, columns, rows, Math.min)
  return { sheet, columns, rows, cell, level: paperLevel(grey, sheet, cell, columns) }
}

export const isInside = (paper: Paper, x: number, y: number, side: number): boolean => all(paper, x, y, side, 1)
/** Clearly off the sheet: three cells away from it, so that its edge does not count. */
export const isOutside = (paper: Paper, x: number, y: number, side: number): boolean => {
  const margin = paper.cell * 5
  return all(paper, x - margin, y - margin, side + 2 * margin, 0)
}

function all({ sheet, columns, rows, cell }: Paper, x: number, y: number, side: number, value: number): boolean {
  const right = Math.min(columns - 1, Math.floor((x + side - 1) / cell))
  const bottom = Math.min(rows - 1, Math.floor((y + side - 1) / cell))
  for (let row = Math.max(0, Math.floor(y / cell)); row <= bottom; row++) {
    for (let column = Math.max(0, Math.floor(x / cell)); column <= right; column++) {
      if (sheet[row * columns + column] !== value) return false
    }
  }
  return true
}

function brightest({ data, width, height }: Grey, cell: number, columns: number, rows: number): Uint8Array {
  const map = new Uint8Array(columns * rows)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor(x / cell)
      const value = data[y * width + x]!
      if (value > map[at]!) map[at] = value
    }
  }
  return map
}

function spread(map: Uint8Array, columns: number, rows: number, pick: (a: number, b: number) => number): Uint8Array {
  const out = new Uint8Array(map.length)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let value = map[y * columns + x]!
      for (let dy = Math.max(0, y - 1); dy <= Math.min(rows - 1, y + 1); dy++) {
        for (let dx = Math.max(0, x - 1); dx <= Math.min(columns - 1, x + 1); dx++) value = pick(value, map[dy * columns + dx]!)
      }
      out[y * columns + x] = value
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

function paperLevel({ data, width, height }: Grey, sheet: Uint8Array, cell: number, columns: number): number {
  const counts = new Uint32Array(256)
  let seen = 0
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (sheet[Math.floor(y / cell) * columns + Math.floor(x / cell)] !== 1) continue
      counts[data[y * width + x]!]!++
      seen++
    }
  }
  let level = 0
  for (let below = counts[0]!; level < 255 && below < seen / 2; below += counts[++level]!);
  return level
}
