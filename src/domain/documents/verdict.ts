/** What the machine may doubt about a page; each is also the key of the words that say what to do. */
export const DOUBT_REASONS = ['blurred', 'dark', 'small', 'blank', 'duplicate', 'shaken', 'bright', 'glare', 'cut', 'sideways', 'covered'] as const
export type DoubtReason = (typeof DOUBT_REASONS)[number]

/** `hard`: nearly certainly unreadable, ask for another photo; otherwise only a hint. Never a refusal. */
export type Doubt = { reason: DoubtReason; hard: boolean }

/**
 * What a machine-readable zone says (ICAO Doc 9303). Only what its own check digit confirms: the number, birth,
 * expiry ('YYYY-MM-DD') and the IIN; names and sex have none and are a hint.
 */
export type Zone = {
  format: 'TD1' | 'TD3'
  country: string
  number?: string | undefined
  birth?: string | undefined
  expiry?: string | undefined
  iin?: string | undefined
  sex?: 'm' | 'f' | undefined
  surname: string
  given: string
}

/** Measures of a page in numbers, kept in the vault, so that verdicts can be made again when thresholds change. */
export type Metrics = Record<string, number>

/** `good` when there is no doubt at all; `inspector` names the version of the rules that judged. */
export type Verdict = { good: boolean; doubts: Doubt[]; metrics: Metrics; inspector: string }

/** A corner of a page in a picture, in pixels. */
export type Corner = { x: number; y: number }

/** A page for reading: an upright sRGB JPEG without EXIF. */
export type SeenPage = {
  /** Where it was written. */
  file: string
  width: number
  height: number
  verdict: Verdict
  /** Corners of the paper: top left, top right, bottom right, bottom left; null where it was not found, or is not wholly there. */
  corners: readonly Corner[] | null
  /** 256 bits of its look as 64 hex digits: two pictures of one page differ by few of them. */
  look: string
  /** Brightness of 72 × 68 parts, base64: by them two pictures that look alike are told apart. */
  parts: string
  /** Lines of a machine-readable zone were seen, and what of them can be believed. */
  zoned: boolean
  zone: Zone | null
}
