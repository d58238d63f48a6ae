import sharp from 'sharp'
import { asSent, goodScene, type PageSize, photograph, type Scene } from './camera.ts'
import { KINDS, type PageKind } from './page-data.ts'
import { makeRandom } from './random.ts'
import { type Picture, renderPage } from './render-page.ts'

/** What is wrong with a photo; `good` when nothing is. */
export const TRUTHS = ['good', 'blurred', 'dark', 'small', 'blank', 'shaken', 'bright', 'glare', 'cut', 'sideways', 'covered'] as const
export type Truth = (typeof TRUTHS)[number]
/** 1 mild, 2 middle, 3 strong. */
export type Sample = { kind: PageKind; seed: number; truth: Truth; strength: 0 | 1 | 2 | 3; scene: Scene }
export type SentSize = 1280 | 2560

/** The longer side and the height of small letters, in millimetres, as `pages.typ` draws them. */
export const SIZES: Record<PageKind, PageSize> = {
  'id-front': { longMm: 85.6, letterMm: 1.2 }, 'id-back': { longMm: 85.6, letterMm: 1.13 }, passport: { longMm: 125, letterMm: 1.3 }, diploma: { longMm: 297, letterMm: 2.27 },
  supplement: { longMm: 297, letterMm: 1.7 }, 'work-book': { longMm: 176, letterMm: 1.62 }, contract: { longMm: 297, letterMm: 2.08 }, archive: { longMm: 297, letterMm: 2.27 },
  certificate: { longMm: 210, letterMm: 1.98 }, referral: { longMm: 297, letterMm: 2.36 },
}
const DPI: Record<PageKind, number> = { 'id-front': 640, 'id-back': 640, passport: 460, diploma: 220, supplement: 220, 'work-book': 340, contract: 220, archive: 220, certificate: 300, referral: 220 }
/** Sheets of paper; a blank back of a card tells nothing. */
const PAPERS: readonly PageKind[] = ['supplement', 'contract', 'archive', 'certificate', 'referral', 'work-book']

/** The three strengths of each defect. Lengths of blur and shake are shares of the letters' height. */
const DEFECTS: Record<Exclude<Truth, 'good' | 'sideways' | 'blank'>, (strength: number, random: ReturnType<typeof makeRandom>) => Partial<Scene>> = {
  blurred: (strength) => ({ blur: [0.24, 0.34, 0.55][strength - 1]! }),
  dark: (strength, random) => ({ light: [0.3, 0.2, 0.12][strength - 1]! * random.between(0.92, 1.08) }),
  small: (strength) => ({ fill: [0.5, 0.36, 0.25][strength - 1]! }),
  shaken: (strength) => ({ shake: [0.6, 0.9, 1.5][strength - 1]! }),
  bright: (strength) => ({ light: 1, over: [0.55, 0.85, 1.2][strength - 1]! }),
  glare: (strength) => ({ glare: [0.07, 0.12, 0.2][strength - 1]!, light: 0.8 }),
  cut: (strength) => ({ cut: [0.06, 0.12, 0.25][strength - 1]!, fill: 0.92 }),
  covered: (strength) => ({ finger: [0.08, 0.12, 0.18][strength - 1]! }),
}

function samplesOf(kind: PageKind, round: number): Sample[] {
  const seed = 1000 * round + 17 * KINDS.indexOf(kind)
  const good = Array.from({ length: 6 }, (_, n): Sample => ({ kind, seed: seed + n, truth: 'good', strength: 0, scene: goodScene(seed + n) }))
  const spoilt = (Object.keys(DEFECTS) as (keyof typeof DEFECTS)[]).flatMap((truth, n) => ([1, 2, 3] as const).map((strength): Sample => {
    const own = seed + 100 + n * 10 + strength
    return { kind, seed: own, truth, strength, scene: { ...goodScene(own), ...DEFECTS[truth](strength, makeRandom(own)) } }
  }))
  const turned: Sample = { kind, seed: seed + 300, truth: 'sideways', strength: 2, scene: { ...goodScene(seed + 300), sideways: true } }
  const blank = PAPERS.includes(kind) ? ([1, 2, 3] as const).map((strength): Sample => ({ kind, seed: seed + 400 + strength, truth: 'blank', strength, scene: goodScene(seed + 400 + strength) })) : []
  return [...good, ...spoilt, turned, ...blank]
}

/** The set: for each round another look of every page. Odd rounds are for choosing thresholds, even ones for measuring. */
export const samples = (rounds: readonly number[]): Sample[] => rounds.flatMap((round) => KINDS.flatMap((kind) => samplesOf(kind, round)))

const rendered = new Map<string, Promise<Picture>>()

const pageOf = (kind: PageKind, seed: number): Promise<Picture> => {
  const name = `${kind}.${seed}`
  const known = rendered.get(name) ?? renderPage(kind, { seed, dpi: DPI[kind], mrz: zoneOf(kind) })
  rendered.set(name, known)
  if (rendered.size > 40) rendered.delete(rendered.keys().next().value!)
  return known
}

/** The zone's look is all that counts here; its reader has tests of its own. */
const zoneOf = (kind: PageKind): string[] =>
  kind === 'id-back' ? ['IDKAZ0123456789900101300017<<<', '9001011M3001012KAZ<<<<<<<<<<<6', 'ALIMBAYEV<<GABIT<<<<<<<<<<<<<<']
    : kind === 'passport' ? ['P<KAZALIMBAYEV<<GABIT<<<<<<<<<<<<<<<<<<<<<<<', 'N123456784KAZ9001011M3001012900101300017<<64'] : []

/** A sheet with nothing on it; of the second strength with a shadow of the other side, of the first with a line of a form. */
async function blankOf(page: Picture, strength: number): Promise<Picture> {
  const { width, height } = page
  const paper = await sharp({ create: { width, height, channels: 3, background: '#f2efe8' } }).raw().toBuffer()
  if (strength === 2) {
    const { data } = await sharp(page.data, { raw: { width, height, channels: 3 } }).flop().blur(4).linear(0.06, 228).raw().toBuffer({ resolveWithObject: true })
    return { data, width, height }
  }
  if (strength === 1) for (let x = Math.round(width * 0.1); x < width * 0.9; x++) for (let y = 0; y < 3; y++) paper.fill(90, ((Math.round(height * 0.2) + y) * width + x) * 3, ((Math.round(height * 0.2) + y) * width + x) * 3 + 3)
  return { data: paper, width, height }
}

/** The photo as the platform hands it on, and how high its small letters are there, in pixels. */
export async function take(sample: Sample): Promise<{ sent: Record<SentSize, Buffer>; letter: Record<SentSize, number>; quad: { x: number; y: number }[]; full: Buffer }> {
  const page = await pageOf(sample.kind, 1 + (sample.seed % 5))
  const shown = sample.truth === 'blank' ? await blankOf(page, sample.strength) : page
  const shot = await photograph(shown, SIZES[sample.kind], sample.scene)
  const [small, large] = await Promise.all([asSent(shot.jpeg, 1280), asSent(shot.jpeg, 2560)])
  return { sent: { 1280: small, 2560: large }, letter: { 1280: shot.letter / 2, 2560: shot.letter }, quad: [...shot.quad], full: shot.jpeg }
}
