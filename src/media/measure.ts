import type { Grey } from './grey.ts'
import { findPaper, isInside, isOutside, type Paper } from './find-paper.ts'


const BLOCK = 40

/**
 * Measures of a page. `slope70`, `slopeMax70`: steepness of the letters' edges, about 0.4 / blur in pixels,
 * 70th percentile over blocks with writing; the first takes each block's softest direction, the second its
 * sharpest. Shares are 0–1, levels 0–255.
 */
export type Measures = {
  slope70: number
  slopeMax70: number
  p99: number
  paperLevel: number
  contrast: number
  clipped: number
  paperBlocks: number
  textBlocks: number
  textShare: number
  busyOutside: number
}

export function measure(grey: Grey): Measures {
  const paper = findPaper(grey)
  const histogram = levels(grey)
  const least = Math.max(18, 0.22 * paper.level)
  const blocks = { paper: 0, outside: 0, all: 0, ranges: [] as number[], slopes: [] as number[], tops: [] as number[] }
  for (let y = 2; y + BLOCK + 2 <= grey.height; y += BLOCK) {
    for (let x = 2; x + BLOCK + 2 <= grey.width; x += BLOCK) {
      blocks.all++
      const range = rangeOf(grey, x, y)
      if (isOutside(paper, x, y, BLOCK) && range > least) blocks.outside++
      if (!isInside(paper, x, y, BLOCK)) continue
      blocks.paper++
      if (range <= least) continue
      const [slope, top] = slopesOf(grey, x, y, range)
      blocks.ranges.push(range)
      blocks.slopes.push(slope)
      blocks.tops.push(top)
    }
  }
  return summary(grey, paper, histogram, blocks)
}

type Blocks = { paper: number; outside: number; all: number; ranges: number[]; slopes: number[]; tops: number[] }

function summary(grey: Grey, paper: Paper, histogram: Uint32Array, blocks: Blocks): Measures {
  const pixels = grey.width * grey.height
  return {
    slope70: percentile(blocks.slopes, 0.7),
    slopeMax70: percentile(blocks.tops, 0.7),
    p99: levelAt(histogram, pixels * 0.99),
    paperLevel: paper.level,
    contrast: percentile(blocks.ranges, 0.5),
    clipped: histogram.subarray(250).reduce((sum, it) => sum + it, 0) / pixels,
    paperBlocks: blocks.paper,
    textBlocks: blocks.slopes.length,
    textShare: blocks.slopes.length / Math.max(1, blocks.paper),
    busyOutside: blocks.outside / Math.max(1, blocks.all),
  }
}

function rangeOf({ data, width }: Grey, x0: number, y0: number): number {
  let low = 255
  let high = 0
  for (let y = y0; y < y0 + BLOCK; y++) {
    for (let i = y * width + x0; i < y * width + x0 + BLOCK; i++) {
      const value = data[i]!
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return high - low
}

/** The steepest step in each of four directions, as a share of the block's range per pixel: the least and the greatest. */
function slopesOf({ data, width }: Grey, x0: number, y0: number, range: number): [number, number] {
  let across = 0
  let down = 0
  let falling = 0
  let rising = 0
  for (let y = y0; y < y0 + BLOCK; y++) {
    for (let i = y * width + x0; i < y * width + x0 + BLOCK; i++) {
      across = Math.max(across, Math.abs(data[i + 1]! - data[i - 1]!))
      down = Math.max(down, Math.abs(data[i + width]! - data[i - width]!))
      falling = Math.max(falling, Math.abs(data[i + width + 1]! - data[i - width - 1]!))
      rising = Math.max(rising, Math.abs(data[i + width - 1]! - data[i - width + 1]!))
    }
  }
  const steps = [across, down, falling / Math.SQRT2, rising / Math.SQRT2].map((it) => it / 2 / range)
  return [Math.min(...steps), Math.max(...steps)]
}

function levels({ data }: Grey): Uint32Array {
  const histogram = new Uint32Array(256)
  for (const value of data) histogram[value]!++
  return histogram
}

function levelAt(histogram: Uint32Array, rank: number): number {
  let seen = 0
  for (let level = 0; level < 256; level++) {
    seen += histogram[level]!
    if (seen >= rank) return level
  }
  return 255
}

function percentile(values: number[], share: number): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
