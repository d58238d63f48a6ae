import sharp from 'sharp'
import { type Quad, warp } from './warp.ts'
import { makeRandom, type Random } from './random.ts'
import type { Picture } from './render-page.ts'

export const TABLES = ['wood', 'dark', 'cloth', 'light', 'floor'] as const
export type Table = (typeof TABLES)[number]

/**
 * How a page is photographed. Lengths are shares: of the frame (`fill`, `glare`, `finger`), or of the height of the page's
 * small letters in the photo (`blur`, `shake`), which is what decides whether they can be read.
 */
export type Scene = {
  seed: number
  table: Table
  /** How much of the frame's tighter side the page takes. */
  fill: number
  /** Degrees in the picture's plane, and how far the far edge shrinks. */
  turn: number
  tilt: number
  /** A quarter turn: the phone was held the other way. */
  sideways?: boolean
  /** Brightness of the paper, 1 is well lit; difference of light over the page. */
  light: number
  slope: number
  noise: number
  blur?: number
  shake?: number
  glare?: number
  finger?: number
  /** Overexposed: more light than the picture holds, and a veil over the dark. */
  over?: number
  /** How much of the page's width or height lies outside the frame. */
  cut?: number
}

/** A page photographed well enough: by day, at arm's length, on whatever table there is. */
export function goodScene(seed: number): Scene {
  const random = makeRandom(seed * 7 + 3)
  return {
    seed, table: random.pick(TABLES), fill: random.between(0.78, 0.95), turn: random.between(-4, 4), tilt: random.between(0, 0.08),
    light: random.between(0.62, 1), slope: random.between(0.02, 0.2), noise: random.between(2, 7), blur: random.between(0, 0.05),
  }
}

/** Height of small letters on the kinds of pages, in millimetres, and the page's longer side. */
export type PageSize = { longMm: number; letterMm: number }

type Frame = { width: number; height: number }

const TABLE_COLOURS: Record<Table, [number, number, number]> = { wood: [139, 101, 66], dark: [52, 50, 55], cloth: [120, 130, 150], light: [205, 200, 190], floor: [168, 160, 150] }

function background({ width, height }: Frame, scene: Scene): Uint8Array {
  const out = new Uint8Array(width * height * 3)
  const [r, g, b] = TABLE_COLOURS[scene.table]
  const random = makeRandom(scene.seed + 99)
  const [a, c] = [random.between(0.004, 0.012), random.between(0.02, 0.06)]
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const grain = scene.table === 'wood' ? 14 * Math.sin(y * c + 6 * Math.sin(x * a)) + 5 * Math.sin(y * 0.31 + x * 0.013)
        : scene.table === 'cloth' ? 8 * Math.sin(x * 0.8) * Math.sin(y * 0.8)
          : scene.table === 'floor' ? (x % 700 < 8 || y % 700 < 8 ? -45 : 4 * Math.sin(x * 0.05 + y * 0.02)) : 3 * Math.sin(x * 0.011 + y * 0.007)
      out[at] = clamp(r + grain)
      out[at + 1] = clamp(g + grain)
      out[at + 2] = clamp(b + grain)
    }
  }
  return out
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value)

/** Where the page's corners fall in the frame: top left, top right, bottom right, bottom left. */
function place(page: Picture, frame: Frame, scene: Scene): Quad {
  const random = makeRandom(scene.seed + 7)
  const scale = Math.min(frame.width / page.width, frame.height / page.height) * scene.fill
  const [w, h] = [page.width * scale / 2, page.height * scale / 2]
  const radians = scene.turn * Math.PI / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  const room = { x: Math.max(0, frame.width / 2 - w) * 0.4, y: Math.max(0, frame.height / 2 - h) * 0.4 }
  const side = random.pick(['left', 'right', 'bottom'] as const)
  const cut = scene.cut ?? 0
  const shift = cut > 0 ? { left: [-(frame.width / 2 - w) - 2 * w * cut, 0], right: [frame.width / 2 - w + 2 * w * cut, 0], bottom: [0, frame.height / 2 - h + 2 * h * cut] }[side] as [number, number]
    : [random.between(-room.x, room.x), random.between(-room.y, room.y)] as [number, number]
  const far = random.pick([-1, 1])
  return ([[-w, -h], [w, -h], [w, h], [-w, h]] as const).map(([x, y]) => {
    // The far edge is smaller.
    const depth = 1 - scene.tilt * (y * far / h + 1) / 2
    const [px, py] = [x * depth, y * depth]
    return { x: frame.width / 2 + shift[0] + px * cos - py * sin, y: frame.height / 2 + shift[1] + px * sin + py * cos }
  }) as unknown as Quad
}

function lighten(pixels: Uint8Array, { width, height }: Frame, scene: Scene): void {
  const random = makeRandom(scene.seed + 31)
  const angle = random.between(0, Math.PI * 2)
  const [dx, dy] = [Math.cos(angle) / width, Math.sin(angle) / height]
  const warm = random.between(-0.04, 0.06)
  const glare = scene.glare ? { x: random.between(0.3, 0.7) * width, y: random.between(0.3, 0.7) * height, r: scene.glare * Math.min(width, height) } : null
  let noise = 12345 + scene.seed
  const over = scene.over ?? 0
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const light = scene.light * (1 - scene.slope * (0.5 + (x - width / 2) * dx + (y - height / 2) * dy))
      const far = glare ? Math.hypot((x - glare.x) / 1.4, y - glare.y) / glare.r : 9
      const shine = far < 1.6 ? (far < 1 ? 1 : (1.6 - far) / 0.6) : 0
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0
      const grain = ((noise >>> 16) / 32768 - 1) * scene.noise
      for (let c = 0; c < 3; c++) {
        const value = pixels[at + c]! * light * (1 + (c === 0 ? warm : c === 2 ? -warm : 0))
        const seen = value * (1 + over) + 110 * over
        pixels[at + c] = clamp(seen + (275 - seen) * shine + grain)
      }
    }
  }
}

/** A thumb over the edge of the page, out of focus as thumbs are. */
function cover(pixels: Uint8Array, { width, height }: Frame, quad: Quad, scene: Scene): void {
  if (!scene.finger) return
  const random = makeRandom(scene.seed + 55)
  const [a, b] = random.pick([[quad[3], quad[2]], [quad[1], quad[2]], [quad[0], quad[3]]] as const)
  const t = random.between(0.25, 0.75)
  const r = scene.finger * Math.min(width, height)
  const centre = { x: (quad[0].x + quad[2].x) / 2, y: (quad[0].y + quad[2].y) / 2 }
  const edge = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
  const inward = { x: centre.x - edge.x, y: centre.y - edge.y }
  const length = Math.hypot(inward.x, inward.y)
  const [ux, uy] = [inward.x / length, inward.y / length]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [px, py] = [x - edge.x, y - edge.y]
      const along = px * ux + py * uy
      const across = Math.abs(px * -uy + py * ux)
      const tip = along < r * 0.9 ? across / (r * 0.62) : Math.hypot(across / 0.62, along - r * 0.9) / r
      if (tip >= 1 || along > r * 1.95) continue
      const shade = 1 - 0.35 * tip * tip
      const at = (y * width + x) * 3
      const alpha = Math.min(1, (1 - tip) * 8)
      for (let c = 0; c < 3; c++) pixels[at + c] = pixels[at + c]! * (1 - alpha) + [205, 158, 130][c]! * shade * alpha
    }
  }
}

/** Moves the picture along a line while it is taken. */
function shake(pixels: Uint8Array, { width, height }: Frame, length: number, random: Random): Uint8Array {
  const taps = Math.max(2, Math.round(length))
  const angle = random.between(0, Math.PI)
  const steps = Array.from({ length: taps }, (_, n) => ({ x: Math.round((n - taps / 2) * Math.cos(angle)), y: Math.round((n - taps / 2) * Math.sin(angle)) }))
  const out = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [r, g, b] = [0, 0, 0]
      for (const step of steps) {
        const at = (Math.min(height - 1, Math.max(0, y + step.y)) * width + Math.min(width - 1, Math.max(0, x + step.x))) * 3
        r += pixels[at]!
        g += pixels[at + 1]!
        b += pixels[at + 2]!
      }
      const at = (y * width + x) * 3
      out[at] = r / taps
      out[at + 1] = g / taps
      out[at + 2] = b / taps
    }
  }
  return out
}

export type Shot = {
  /** As the phone wrote it. */
  jpeg: Buffer
  /** Corners of the page in the frame, and the height of its small letters there, in pixels. */
  quad: Quad
  letter: number
  width: number
  height: number
}

/** Photographs a page; `long` is the photo's longer side in pixels. */
export async function photograph(page: Picture, size: PageSize, scene: Scene, long = 2560): Promise<Shot> {
  const upright = page.height >= page.width
  const frame: Frame = upright ? { width: long * 0.75, height: long } : { width: long, height: long * 0.75 }
  const quad = place(page, frame, scene)
  const pageLong = Math.max(Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y), Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y))
  const letter = pageLong / size.longMm * size.letterMm
  const near = await closeTo(page, pageLong)
  let pixels: Uint8Array = background(frame, scene)
  warp(near, quad, { data: pixels, ...frame })
  cover(pixels, frame, quad, scene)
  const blur = (scene.blur ?? 0) * letter
  if (blur >= 0.3) pixels = await sharp(pixels, { raw: { ...frame, channels: 3 } }).blur(blur).raw().toBuffer()
  if (scene.shake) pixels = shake(pixels, frame, scene.shake * letter, makeRandom(scene.seed + 77))
  lighten(pixels, frame, scene)
  let shot = sharp(pixels, { raw: { ...frame, channels: 3 } }).sharpen({ sigma: 0.8, m1: 0.4, m2: 1.2 })
  if (scene.sideways) shot = shot.rotate(90)
  return { jpeg: await shot.jpeg({ quality: 88 }).toBuffer(), quad, letter, ...frame }
}

/** The page at about the size it will have, so that thin lines do not break up. */
async function closeTo(page: Picture, pageLong: number): Promise<Picture> {
  const share = pageLong * 1.15 / Math.max(page.width, page.height)
  if (share >= 1) return page
  const { data, info } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 3 } }).resize(Math.round(page.width * share)).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** What the platform makes of a photo: 1280 on the long side, or 2560 where the sender chose HD. */
export const asSent = (jpeg: Buffer, long: 1280 | 2560): Promise<Buffer> =>
  sharp(jpeg).resize({ width: long, height: long, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 82 }).toBuffer()
