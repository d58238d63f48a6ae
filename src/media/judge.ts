import sharp from 'sharp'
import type { Doubt, Verdict } from './inspection.ts'
import { Refused } from './limits.ts'
import type { Grey } from './grey.ts'
import { measure, type Measures } from './measure.ts'

/** Changes with every change of the rules or thresholds below, so that old verdicts can be told from new. */
export const INSPECTOR_VERSION = 'eye-1'

const MEASURED_SIDE = 2000
/** Fewer blocks with writing than this say nothing about sharpness. */
const ENOUGH_BLOCKS = 12

type Page = Measures & { width: number; height: number }

/**
 * Judges a page for reading (JPEG bytes). A page of a PDF is judged more mildly: its size in pixels is ours,
 * and an empty back side is normal. Prefers to miss a doubt over raising a false one. Throws `Refused` when
 * the picture cannot be decoded to its end.
 */
export async function judge(jpeg: Uint8Array, origin: 'photo' | 'pdf'): Promise<{ verdict: Verdict; width: number; height: number }> {
  const { width, height } = await sharp(jpeg, { limitInputPixels: false }).metadata()
  const page = { ...measure(await toGrey(jpeg)), width, height }
  const found = doubtsOf(page, origin)
  const doubts = origin === 'pdf' ? found.map((it) => ({ ...it, hard: false })) : found
  const metrics = Object.fromEntries(Object.entries(page).map(([name, value]) => [name, Math.round(value * 1000) / 1000]))
  return { width, height, verdict: { good: doubts.length === 0, doubts, metrics, inspector: INSPECTOR_VERSION } }
}

async function toGrey(jpeg: Uint8Array): Promise<Grey> {
  const { data, info } = await sharp(jpeg, { limitInputPixels: false })
    .greyscale()
    .resize({ width: MEASURED_SIDE, height: MEASURED_SIDE, fit: 'inside', withoutEnlargement: true })
    .blur(0.8)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Refused('broken')
    })
  return { data, width: info.width, height: info.height }
}

function doubtsOf(page: Page, origin: 'photo' | 'pdf'): Doubt[] {
  const small = origin === 'photo' ? smallness(page) : []
  const dark = darkness(page)
  // In the dark neither sharpness nor emptiness can be told.
  if (dark.length > 0) return [...small, ...dark]
  const blank = emptiness(page)
  if (blank.length > 0) return [...small, ...blank]
  return [...small, ...blur(page), ...(origin === 'photo' ? brightness(page) : [])]
}

/** An ordinary photo arrives with a long side of 1280 and a short one of 720 or 960: that is enough. */
function smallness({ width, height }: Page): Doubt[] {
  const short = Math.min(width, height)
  const long = Math.max(width, height)
  if (short >= 600 && long >= 900) return []
  return [{ reason: 'small', hard: short < 400 || long < 640 }]
}

function darkness({ p99, paperLevel }: Page): Doubt[] {
  if (p99 >= 110 && paperLevel >= 90) return []
  return [{ reason: 'dark', hard: p99 < 85 || paperLevel < 65 }]
}

/** Something busy beside the "sheet" may be the document itself: a dark cover on a light table. */
function emptiness({ textShare, paperBlocks, busyOutside }: Page): Doubt[] {
  if (textShare >= 0.015 || paperBlocks < 20 || busyOutside > 0.08) return []
  return [{ reason: 'blank', hard: textShare < 0.006 && busyOutside < 0.03 }]
}

/** Sharp in one direction and soft in another is a moved photo, or only ruled paper: no more than a hint. */
function blur({ slope70, slopeMax70, textBlocks }: Page): Doubt[] {
  if (textBlocks < ENOUGH_BLOCKS || slope70 >= 0.225) return []
  if (slopeMax70 < 0.37) return [{ reason: 'blurred', hard: true }]
  return slope70 < 0.2 ? [{ reason: 'blurred', hard: false }] : []
}

/** White burnt out and the writing gone pale with it; flat scans look alike, so it is only a hint. */
function brightness({ clipped, paperLevel, contrast, textBlocks }: Page): Doubt[] {
  const pale = clipped > 0.2 && paperLevel >= 238 && paperLevel - contrast > 130
  return pale && textBlocks >= ENOUGH_BLOCKS ? [{ reason: 'bright', hard: false }] : []
}
