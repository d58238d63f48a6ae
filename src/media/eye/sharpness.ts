import type { Grey } from './grey.ts'
import type { Letters } from './letters.ts'
import type { Spots } from './spots.ts'

/** Steepness of letters' edges: the softest and the sharpest of four directions, as shares of the contrast a pixel; about 0.4 / blur. */
export type Sharpness = { softest: number; sharpest: number; measured: number; contrast: number; /** Height of small letters in the picture measured. */ letter: number }

const MOST_SAMPLES = 240
const LEAST_SIDE = 16

/** Looks at places with letters, evenly over the page; `factor`: how much larger the picture was in which the letters were found. */
export function measureSharpness(grey: Grey, factor: number, { spots, letters }: { spots: Spots; letters: Letters }): Sharpness {
  const step = Math.max(1, Math.floor(letters.index.length / MOST_SAMPLES))
  const [soft, sharp, ranges]: [number[], number[], number[]] = [[], [], []]
  const letter = letters.height / factor
  const side = Math.max(LEAST_SIDE, Math.round(letter * 2))
  for (let n = 0; n < letters.index.length; n += step) {
    const at = letters.index[n]!
    const x = Math.round((spots.left[at]! + spots.right[at]!) / 2 / factor - side / 2)
    const y = Math.round((spots.top[at]! + spots.bottom[at]!) / 2 / factor - side / 2)
    if (x < 2 || y < 2 || x + side + 2 > grey.width || y + side + 2 > grey.height) continue
    const [range, low, high] = slopesOf(grey, x, y, side)
    if (range < 18) continue
    soft.push(low)
    sharp.push(high)
    ranges.push(range)
  }
  return { softest: percentile(soft, 0.7), sharpest: percentile(sharp, 0.7), measured: soft.length, contrast: percentile(ranges, 0.5), letter }
}

function slopesOf({ data, width }: Grey, x0: number, y0: number, side: number): [number, number, number] {
  let [low, high, across, down, falling, rising] = [255, 0, 0, 0, 0, 0]
  for (let y = y0; y < y0 + side; y++) {
    for (let i = y * width + x0; i < y * width + x0 + side; i++) {
      const value = data[i]!
      if (value < low) low = value
      if (value > high) high = value
      let step = data[i + 1]! - data[i - 1]!
      if (step < 0) step = -step
      if (step > across) across = step
      step = data[i + width]! - data[i - width]!
      if (step < 0) step = -step
      if (step > down) down = step
      step = data[i + width + 1]! - data[i - width - 1]!
      if (step < 0) step = -step
      if (step > falling) falling = step
      step = data[i + width - 1]! - data[i - width + 1]!
      if (step < 0) step = -step
      if (step > rising) rising = step
    }
  }
  const range = Math.max(1, high - low)
  const steps = [across, down, falling / Math.SQRT2, rising / Math.SQRT2].map((each) => each / 2 / range)
  return [range, Math.min(...steps), Math.max(...steps)]
}

export function percentile(values: number[], share: number): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
