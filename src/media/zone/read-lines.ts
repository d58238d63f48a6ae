import type { Grey } from '../eye/grey.ts'
import type { ZoneLine } from './find-lines.ts'
import { ALPHABET, answersOf, evened, GLYPH, INPUT, type Net } from './glyph-net.ts'

/** Cell of a letter, in pitches: as wide as the pitch, as high as it was when the net learned. */
const HEIGHT = 76 / 47

/** How likely each letter of the alphabet is, place by place. */
export type Reading = Float32Array[]

/** Cuts out each place of the line and asks the net. */
export function readLine(page: Grey, line: ZoneLine, net: Net): Reading {
  return Array.from({ length: line.letters }, (_, n) => answersOf(net, cut(page, line.x0 + n * line.pitch, line.y0 + n * line.slope, line.pitch)))
}

function cut({ data, width, height }: Grey, cx: number, cy: number, pitch: number): Float32Array {
  const glyph = new Float32Array(INPUT)
  const [sx, sy] = [pitch / GLYPH.width, pitch * HEIGHT / GLYPH.height]
  const taps = Math.max(1, Math.round(Math.max(sx, sy)))
  for (let y = 0; y < GLYPH.height; y++) {
    for (let x = 0; x < GLYPH.width; x++) {
      let sum = 0
      for (let j = 0; j < taps; j++) for (let i = 0; i < taps; i++) {
        const px = cx + (x + (i + 0.5) / taps - GLYPH.width / 2) * sx
        const py = cy + (y + (j + 0.5) / taps - GLYPH.height / 2) * sy
        sum += sample(data, width, height, px, py)
      }
      glyph[y * GLYPH.width + x] = sum / (taps * taps)
    }
  }
  return evened(glyph)
}

function sample(data: Uint8Array, width: number, height: number, x: number, y: number): number {
  const px = Math.min(width - 1.001, Math.max(0, x - 0.5))
  const py = Math.min(height - 1.001, Math.max(0, y - 0.5))
  const ix = px | 0
  const iy = py | 0
  const fx = px - ix
  const fy = py - iy
  const at = iy * width + ix
  const below = iy + 1 < height ? at + width : at
  const next = ix + 1 < width ? 1 : 0
  return (data[at]! * (1 - fx) + data[at + next]! * fx) * (1 - fy) + (data[below]! * (1 - fx) + data[below + next]! * fx) * fy
}

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<'

/** The likeliest letters among those a place may hold; `sure` is the least likely of them, 0–1. */
export function spell(reading: Reading, allowed: (place: number) => string = () => ALPHABET): { text: string; sure: number } {
  let [text, sure] = ['', 1]
  reading.forEach((answers, place) => {
    const may = allowed(place)
    let [best, top] = ['<', -1]
    for (let k = 0; k < ALPHABET.length; k++) {
      if (answers[k]! > top && may.includes(ALPHABET[k]!)) [best, top] = [ALPHABET[k]!, answers[k]!]
    }
    text += best
    sure = Math.min(sure, top)
  })
  return { text, sure }
}

export const KINDS = { digits: `${DIGITS}<`, letters: LETTERS, any: ALPHABET } as const
