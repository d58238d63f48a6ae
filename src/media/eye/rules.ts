import type { Doubt } from '../../domain/documents/verdict.ts'
import type { Look } from './look.ts'

/** Changes with every change of the rules, thresholds or measures, so that old verdicts can be told from new and judged again. */
export const INSPECTOR_VERSION = 'eye-5'

/**
 * What is kept of a look, in numbers: verdicts can be made again from it when thresholds change. Heights in pixels of the
 * page for reading, levels 0–255, shares 0–1.
 */
export type Metrics = {
  width: number
  height: number
  /** Letters in lines of writing; height of the small ones. */
  letters: number
  coarse: number
  letterHeight: number
  /** Blur of the letters' edges as a share of their height; contrast of writing as a share of the paper's brightness. */
  blur: number
  contrast: number
  /** Softest direction of an edge to its sharpest: low where the picture moved. */
  even: number
  /** Share of letters whose neighbours stand above and below instead of beside them. */
  stacked: number
  paper: number
  p99: number
  clipped: number
  spot: number
  around: number
  /** How many sides of the page lie beyond the frame; letters that touch an edge. */
  edges: number
  atEdge: number
  /** The page's outline was found; share of the frame; what lies over it. */
  outline: number
  area: number
  cover: number
}

const PIXEL_BLUR = 1
const EDGE_COVERED = 0.4

export function metricsOf(look: Look): Metrics {
  const { sharpness, letters, sheet, shine, outline } = look
  const sigma = 0.4 / Math.max(0.02, sharpness.softest)
  const inLines = letters.beside + letters.stacked
  const metrics: Metrics = {
    width: look.width, height: look.height, letters: letters.index.length, coarse: look.coarse, letterHeight: look.letterHeight,
    blur: sharpness.measured === 0 ? 0 : Math.sqrt(Math.max(0, sigma * sigma - PIXEL_BLUR)) / Math.max(1, sharpness.letter),
    contrast: sharpness.contrast / Math.max(1, sheet.level), even: sharpness.measured === 0 ? 1 : sharpness.softest / Math.max(0.01, sharpness.sharpest),
    stacked: inLines === 0 ? 0 : letters.stacked / inLines, paper: sheet.level, p99: shine.p99, clipped: shine.clipped, spot: shine.spot, around: shine.around,
    edges: outline?.cut ?? sheet.edges.filter((share) => share > EDGE_COVERED).length, atEdge: look.atEdge,
    outline: outline ? 1 : 0, area: outline?.area ?? 0, cover: look.cover?.share ?? 0,
  }
  return Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, Math.round(value * 1000) / 1000])) as Metrics
}

/** Chosen on one half of a set of pretended photos, measured on the other: docs/photos.md. */
export const THRESHOLDS = {
  darkLight: 105, darkPaper: 84, veryDarkLight: 84, veryDarkPaper: 62,
  noLetters: 8, fewLetters: 24,
  blurContrast: 0.56, blur: 0.095, strongBlurContrast: 0.4,
  even: 0.6, evenContrast: 0.9,
  smallHard: 5.6, smallSoft: 6.4,
  clipped: 0.2, burntPaper: 250, paleContrast: 0.8,
  spot: 0.006, wholeSpot: 0.4, around: 225,
  lettersAtEdge: 3, stacked: 0.75, enoughForTurn: 40, cover: 0.004,
} as const
type Thresholds = typeof THRESHOLDS

const isBurnt = (m: Metrics, t: Thresholds): boolean => m.clipped > t.clipped && m.paper >= t.burntPaper

function dark(m: Metrics, t: Thresholds): Doubt[] {
  if (m.p99 >= t.darkLight && m.paper >= t.darkPaper) return []
  return [{ reason: 'dark', hard: m.p99 < t.veryDarkLight || m.paper < t.veryDarkPaper }]
}

function blank(m: Metrics, t: Thresholds): Doubt[] {
  if (m.letters + m.coarse < t.noLetters) return [{ reason: 'blank', hard: true }]
  return m.letters < t.fewLetters && m.contrast > t.blurContrast ? [{ reason: 'blank', hard: false }] : []
}

/** Pale and soft together: pale print alone is sharp, and writing alone may be soft. */
function blurred(m: Metrics, t: Thresholds): Doubt[] {
  if (isBurnt(m, t)) return []
  const moved = m.even < t.even
  if (m.contrast < t.blurContrast && m.blur > t.blur && (!moved || m.contrast < t.strongBlurContrast)) return [{ reason: 'blurred', hard: true }]
  return moved && m.contrast < t.evenContrast ? [{ reason: 'shaken', hard: false }] : []
}

/** By the height of the letters, never by pixels alone: a screenshot of a digital document is small and well read. */
function small(m: Metrics, t: Thresholds): Doubt[] {
  if (m.letterHeight === 0 || m.letterHeight >= t.smallSoft || isBurnt(m, t)) return []
  return [{ reason: 'small', hard: m.letterHeight < t.smallHard }]
}

function light(m: Metrics, t: Thresholds): Doubt[] {
  if (isBurnt(m, t) && m.contrast < t.paleContrast) return [{ reason: 'bright', hard: false }]
  return m.spot > t.spot && m.spot < t.wholeSpot && m.around < t.around ? [{ reason: 'glare', hard: false }] : []
}

/** The page runs over one, two or three edges of the frame: over all four it is a scan, or a close look. In too much light its edges are lost. */
function cut(m: Metrics, t: Thresholds): Doubt[] {
  if (isBurnt(m, t)) return []
  return (m.edges >= 1 && m.edges <= 3) || m.atEdge >= t.lettersAtEdge ? [{ reason: 'cut', hard: false }] : []
}

function sideways(m: Metrics, t: Thresholds): Doubt[] {
  return m.letters >= t.enoughForTurn && m.stacked > t.stacked ? [{ reason: 'sideways', hard: false }] : []
}

/** What a person should be told about a photo, the worst first. Prefers to miss a doubt over raising a false one. */
export function doubtsIn(m: Metrics, t: Thresholds = THRESHOLDS): Doubt[] {
  const inDark = dark(m, t)
  // In the dark neither sharpness nor emptiness can be told.
  if (inDark.some(({ hard }) => hard)) return inDark
  const empty = blank(m, t)
  if (empty.some(({ hard }) => hard)) return [...inDark, ...empty]
  const shine = light(m, t)
  const covered: Doubt[] = m.cover > t.cover && shine.length === 0 ? [{ reason: 'covered', hard: false }] : []
  const soft = blurred(m, t)
  // Blurred letters have no height to speak of.
  const found = [...inDark, ...empty, ...soft, ...(soft.some(({ hard }) => hard) ? [] : small(m, t)), ...shine, ...cut(m, t), ...sideways(m, t), ...covered]
  return found.toSorted((a, b) => Number(b.hard) - Number(a.hard))
}
