import { readFile } from 'node:fs/promises'
import { FONT_FILES } from './fonts.ts'

/**
 * Which characters a TrueType font can draw. PDF/A-2a refuses a paper with a single glyph missing, and
 * names come in any script, so the text is matched against the font before typesetting.
 */
export type Coverage = (codePoint: number) => boolean

let known: Promise<Coverage> | undefined

/** What the papers' font can draw. */
export function coverage(): Promise<Coverage> {
  known ??= readFile(FONT_FILES[0]).then(readCoverage)
  return known
}

/** Reads the `cmap` table (formats 4 and 12) of a TrueType file. Throws when there is none. */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = findTable(view, 'cmap')
  const ranges: [number, number][] = []
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    ranges.push(...readRanges(view, cmap + view.getUint32(cmap + 4 + i * 8 + 4)))
  }
  const known = new Set<number>()
  for (const [first, last] of ranges) for (let c = first; c <= last; c++) known.add(c)
  return (codePoint) => known.has(codePoint)
}

function findTable(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`font without ${tag}`)
}

function readRanges(view: DataView, at: number): [number, number][] {
  const format = view.getUint16(at)
  if (format === 12) {
    const groups = view.getUint32(at + 12)
    return Array.from({ length: groups }, (_, i) => {
      const group = at + 16 + i * 12
      return [view.getUint32(group), view.getUint32(group + 4)] as [number, number]
    })
  }
  return format === 4 ? readSegments(view, at) : []
}

function readSegments(view: DataView, at: number): [number, number][] {
  const size = view.getUint16(at + 6)
  const ranges: [number, number][] = []
  for (let i = 0; i < size; i += 2) {
    const last = view.getUint16(at + 14 + i)
    const first = view.getUint16(at + 16 + size + i)
    if (last !== 0xffff) ranges.push([first, last])
  }
  return ranges
}
