import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The letters of machine-readable zones (ICAO Doc 9303, part 3), in the order of the net's answers. */
export const ALPHABET = '<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** A glyph as the net sees it. */
export const GLYPH = { width: 16, height: 24 } as const
export const INPUT = GLYPH.width * GLYPH.height
export const HIDDEN = 96

/** Two layers: `hidden` = relu(w1 · glyph + b1), answers = softmax(w2 · hidden + b2). */
export type Net = { w1: Float32Array; b1: Float32Array; w2: Float32Array; b2: Float32Array }

const FILE = fileURLToPath(new URL('./glyphs.bin', import.meta.url))

/**
 * Weights as they lie in `glyphs.bin`: for each of w1, b1, w2, b2 a scale (float32) and its values as int8 times it.
 * Made by test/photos/train-zone.ts from the OCR-B of Debian's fonts-ocr-b.
 */
export function readNet(bytes: Buffer): Net {
  let at = 0
  const next = (count: number): Float32Array => {
    const scale = bytes.readFloatLE(at)
    const values = Float32Array.from({ length: count }, (_, n) => bytes.readInt8(at + 4 + n) * scale)
    at += 4 + count
    return values
  }
  return { w1: next(HIDDEN * INPUT), b1: next(HIDDEN), w2: next(ALPHABET.length * HIDDEN), b2: next(ALPHABET.length) }
}

let known: Net | null = null
/** The net of this version, read once. */
export const glyphNet = (): Net => (known ??= readNet(readFileSync(FILE)))

/** How likely each letter of the alphabet is; they sum to 1. `glyph` has mean 0 and deviation about 1, ink is high. */
export function answersOf(net: Net, glyph: Float32Array): Float32Array {
  const hidden = new Float32Array(HIDDEN)
  for (let h = 0; h < HIDDEN; h++) {
    let sum = net.b1[h]!
    for (let i = 0, w = h * INPUT; i < INPUT; i++, w++) sum += net.w1[w]! * glyph[i]!
    hidden[h] = sum > 0 ? sum : 0
  }
  const out = new Float32Array(ALPHABET.length)
  let top = -Infinity
  for (let k = 0; k < out.length; k++) {
    let sum = net.b2[k]!
    for (let h = 0, w = k * HIDDEN; h < HIDDEN; h++, w++) sum += net.w2[w]! * hidden[h]!
    out[k] = sum
    if (sum > top) top = sum
  }
  let total = 0
  for (let k = 0; k < out.length; k++) total += out[k] = Math.exp(out[k]! - top)
  for (let k = 0; k < out.length; k++) out[k]! /= total
  return out
}

/** Brings a glyph's levels to mean 0 and deviation 1, ink high; in place. */
export function evened(glyph: Float32Array): Float32Array {
  let [sum, squares] = [0, 0]
  for (const value of glyph) {
    sum += value
    squares += value * value
  }
  const mean = sum / glyph.length
  const deviation = Math.sqrt(Math.max(1e-6, squares / glyph.length - mean * mean))
  for (let n = 0; n < glyph.length; n++) glyph[n] = (mean - glyph[n]!) / deviation
  return glyph
}
