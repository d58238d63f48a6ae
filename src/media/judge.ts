import type { SeenPage } from '../domain/documents/verdict.ts'
import { look, type Look } from './eye/look.ts'
import { lookHash, lookParts } from './eye/look-hash.ts'
import { doubtsIn, INSPECTOR_VERSION, metricsOf } from './eye/rules.ts'
import { readZone } from './zone/read-zone.ts'

/** `origin`: a page of a PDF is judged more mildly: its size in pixels is ours, and an empty back side is normal. */
export type HowToJudge = { origin: 'photo' | 'pdf'; zone: boolean; today: string }

/** A card or a passport holds far less writing than a page of paper: only there a zone is looked for. */
const MOST_LETTERS = 900

/** The corners in whole pixels of the page for reading; null where the page is not wholly there. */
function cornersOf({ outline, factor, width, height }: Look): SeenPage['corners'] {
  if (!outline || outline.cut > 0) return null
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value * factor)))
  return outline.quad.map(({ x, y }) => ({ x: within(x, width - 1), y: within(y, height - 1) }))
}

/** Judges a page for reading (JPEG bytes); it is decoded once. Throws `Refused` when it cannot be decoded to its end. */
export async function judge(jpeg: Uint8Array, how: HowToJudge): Promise<Omit<SeenPage, 'file'>> {
  const seen = await look(jpeg)
  const metrics = metricsOf(seen)
  const found = doubtsIn(metrics)
  const doubts = how.origin === 'pdf' ? found.filter(({ reason }) => reason !== 'cut').map((it) => ({ ...it, hard: false })) : found
  const { seen: zoned, zone } = how.zone && metrics.letters < MOST_LETTERS ? readZone(seen, how.today) : { seen: false, zone: null }
  const parts = lookParts(seen.small)
  return {
    width: seen.width * seen.halved, height: seen.height * seen.halved, verdict: { good: doubts.length === 0, doubts, metrics, inspector: INSPECTOR_VERSION },
    corners: cornersOf(seen)?.map(({ x, y }) => ({ x: x * seen.halved, y: y * seen.halved })) ?? null, look: lookHash(parts), parts: Buffer.from(parts).toString('base64'), zoned, zone,
  }
}
