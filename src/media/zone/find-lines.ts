import type { Grey } from '../eye/grey.ts'
import { findSpots, type Spots } from '../eye/spots.ts'

/** One line of a zone: the middle of letter n stands at x = x0 + pitch·n, y = y0 + slope·n. */
export type ZoneLine = { x0: number; pitch: number; y0: number; slope: number; letters: number; height: number }

const COUNTS = [30, 44, 36] as const
/** Letters of a zone are of one height; anything else in the picture is left out. */
const ALIKE = 1.5

type Letter = { x: number; y: number; h: number; w: number }

function lettersOf(spots: Spots, width: number): Letter[] {
  const out: Letter[] = []
  for (let at = 0; at < spots.count; at++) {
    const w = spots.right[at]! - spots.left[at]! + 1
    const h = spots.bottom[at]! - spots.top[at]! + 1
    // 30 letters over most of the width, or 44: higher than a hundredth of it, lower than a fifteenth.
    if (h < width / 110 || h > width / 14 || w > h * 2.4 || w < h * 0.12) continue
    out.push({ x: (spots.left[at]! + spots.right[at]!) / 2, y: (spots.top[at]! + spots.bottom[at]!) / 2, h, w })
  }
  return out
}

/** Letters that follow one another at a steady pitch, nearly level. */
function chains(letters: Letter[]): Letter[][] {
  const sorted = letters.toSorted((a, b) => a.x - b.x)
  const used = new Set<Letter>()
  const out: Letter[][] = []
  for (const first of sorted) {
    if (used.has(first)) continue
    const chain = [first]
    let last = first
    let slope = 0
    for (const next of sorted) {
      const gap = next.x - last.x
      if (gap <= last.h * 0.35) continue
      if (gap > last.h * 3.4) break
      const level = last.y + slope * gap
      if (used.has(next) || Math.abs(next.y - level) > last.h * 0.45 || next.h > last.h * ALIKE || last.h > next.h * ALIKE) continue
      chain.push(next)
      last = next
      if (chain.length > 6) slope = (chain.at(-1)!.y - chain[0]!.y) / (chain.at(-1)!.x - chain[0]!.x)
    }
    if (chain.length < 18) continue
    for (const each of chain) used.add(each)
    out.push(chain)
  }
  return out
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Least squares of y over x. */
function fit(points: readonly { x: number; y: number }[]): { base: number; step: number } {
  const n = points.length
  const mx = points.reduce((sum, p) => sum + p.x, 0) / n
  const my = points.reduce((sum, p) => sum + p.y, 0) / n
  const sxx = points.reduce((sum, p) => sum + (p.x - mx) ** 2, 0)
  const sxy = points.reduce((sum, p) => sum + (p.x - mx) * (p.y - my), 0)
  const step = sxx === 0 ? 0 : sxy / sxx
  return { base: my - step * mx, step }
}

/** A chain as a line of evenly spaced places; null where its letters keep no pitch. */
function steady(chain: Letter[]): (ZoneLine & { span: number }) | null {
  const gaps = chain.slice(1).map((each, n) => each.x - chain[n]!.x)
  let pitch = median(gaps)
  let x0 = chain[0]!.x
  let kept = chain
  for (let turn = 0; turn < 4; turn++) {
    const placed = chain.map((each) => ({ letter: each, n: Math.round((each.x - x0) / pitch) }))
    const close = placed.filter(({ letter, n }) => Math.abs(letter.x - x0 - n * pitch) < pitch * (turn < 2 ? 0.4 : 0.28))
    if (close.length < 14) return null
    const line = fit(close.map(({ letter, n }) => ({ x: n, y: letter.x })))
    if (line.step < 3) return null
    x0 = line.base
    pitch = line.step
    kept = close.map(({ letter }) => letter)
  }
  const numbers = kept.map((each) => Math.round((each.x - x0) / pitch))
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const level = fit(kept.map((each, k) => ({ x: numbers[k]! - first, y: each.y })))
  if (new Set(numbers).size < (last - first + 1) * 0.72) return null
  return { x0: x0 + first * pitch, pitch, y0: level.base, slope: level.step, letters: last - first + 1, span: last - first + 1, height: median(kept.map(({ h }) => h)) }
}

/** The number of places such a line has, if it is one of a zone: a letter or two at its ends may have been missed. */
const countOf = (span: number): number | undefined => COUNTS.find((count) => span <= count && span >= count - 3)

/**
 * The lines of a machine-readable zone in a picture of a page laid flat, from top to bottom; empty where there is none.
 * Three of 30 letters, two of 44 or of 36.
 */
export function findZoneLines(page: Grey): ZoneLine[] {
  const spots = findSpots(page)
  const lines = chains(lettersOf(spots, page.width)).flatMap((chain) => steady(chain) ?? []).flatMap((line) => {
    const letters = countOf(line.span)
    // A zone runs over nearly the whole of its page.
    return letters !== undefined && line.pitch * letters > page.width * 0.55 ? [{ ...line, letters }] : []
  }).toSorted((a, b) => a.y0 - b.y0)
  return best(lines)
}

/** Neighbouring lines of one pitch and length. */
function best(lines: (ZoneLine & { span: number })[]): ZoneLine[] {
  for (const count of COUNTS) {
    const wanted = count === 30 ? 3 : 2
    const own = lines.filter(({ letters }) => letters === count)
    for (let n = own.length - wanted; n >= 0; n--) {
      const group = own.slice(n, n + wanted)
      const pitch = median(group.map((each) => each.pitch))
      const even = group.every((each, k) => Math.abs(each.pitch - pitch) < pitch * 0.06 && (k === 0 || each.y0 - group[k - 1]!.y0 < pitch * 3.2))
      if (even) return aligned(group)
    }
  }
  return []
}

/** The lines of a zone begin under one another: one whose first letter was missed takes its place from the others. */
function aligned(group: (ZoneLine & { span: number })[]): ZoneLine[] {
  const whole = group.find(({ span, letters }) => span === letters)
  const start = whole?.x0 ?? Math.min(...group.map(({ x0 }) => x0))
  return group.map((line) => {
    const missed = Math.round((line.x0 - start) / line.pitch)
    return { x0: line.x0 - missed * line.pitch, y0: line.y0 - missed * line.slope, pitch: line.pitch, slope: line.slope, letters: line.letters, height: line.height }
  })
}
