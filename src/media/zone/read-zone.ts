import type { Zone } from '../../domain/documents/verdict.ts'
import type { Grey } from '../eye/grey.ts'
import type { Look } from '../eye/look.ts'
import type { Quad } from '../eye/sheet.ts'
import { findZoneLines } from './find-lines.ts'
import { glyphNet } from './glyph-net.ts'
import { readLine } from './read-lines.ts'
import { sizeOf, straightened } from './straight.ts'
import { zoneOf } from './zone.ts'

/** A page is laid flat at most this wide: 44 letters then have 27 pixels each. */
const MOST = 1200
const LEAST = 620
/** The zone stands at the foot of its page: in the lower third of a card, the lower quarter of a passport. */
const FOOT = 0.4

/** The corners named anew, so that what was the right side is the top. */
const turned = (quad: Quad, quarters: number): Quad => [0, 1, 2, 3].map((n) => quad[(n + quarters) % 4]!) as unknown as Quad

const whole = ({ width, height }: Grey): Quad => [{ x: 0, y: 0 }, { x: width - 1, y: 0 }, { x: width - 1, y: height - 1 }, { x: 0, y: height - 1 }]

/** A page, or its foot alone, laid flat. */
function flat(full: Grey, quad: Quad, from: number): Grey {
  const { width, height } = sizeOf(quad)
  const scale = Math.min(MOST, Math.max(LEAST, width)) / Math.max(1, width)
  return straightened(full, quad, { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)), from })
}

/** What a look of a page says of its zone: that there are such lines, and what they say where it can be believed. */
export type ZoneSeen = { seen: boolean; zone: Zone | null }

/** Looks for a machine-readable zone on a page, whichever way up it lies. `today`: 'YYYY-MM-DD'. */
export function readZone(look: Pick<Look, 'full' | 'outline' | 'factor' | 'letters'>, today: string): ZoneSeen {
  const { full, outline, factor } = look
  const ways = look.letters.stacked > look.letters.beside ? [1, 3] : [0, 2]
  const page = outline && outline.quad.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as Quad
  // Where no page was found the zone may stand anywhere in the picture.
  const places = page ? ways.map((way) => ({ quad: turned(page, way), from: 1 - FOOT })) : ways.map((way) => ({ quad: turned(whole(full), way), from: 0 }))
  let seen = false
  for (const { quad, from } of places) {
    const foot = flat(full, quad, from)
    const lines = findZoneLines(foot)
    if (lines.length === 0) continue
    seen = true
    const net = glyphNet()
    const zone = zoneOf(lines.map((line) => readLine(foot, line, net)), today)
    if (zone) return { seen, zone }
  }
  return { seen, zone: null }
}
