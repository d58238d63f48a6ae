import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Corner } from '../domain/documents/verdict.ts'
import { LIMITS } from './limits.ts'
import { homography, sizeOf } from './zone/straight.ts'
import type { Quad } from './eye/sheet.ts'

const MOST = 2600

/** A page laid flat by its four corners, written as a JPEG: three channels, softly between pixels. Throws when the picture cannot be read. */
export async function straightenFile({ path, outFile, corners }: { path: string; outFile: string; corners: readonly Corner[] }): Promise<void> {
  const { data, info } = await sharp(await readFile(path), { limitInputPixels: LIMITS.pixelsJpeg }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const quad = corners as unknown as Quad
  const natural = sizeOf(quad)
  const scale = Math.min(1, MOST / Math.max(natural.width, natural.height))
  const [width, height] = [Math.max(1, Math.round(natural.width * scale)), Math.max(1, Math.round(natural.height * scale))]
  const flat: Quad = [{ x: 0, y: 0 }, { x: width - 1, y: 0 }, { x: width - 1, y: height - 1 }, { x: 0, y: height - 1 }]
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = homography(flat, quad)
  const out = Buffer.alloc(width * height * 3, 255)
  const { channels } = info
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const w = g * x + h * y + 1
      const px = Math.min(info.width - 1.001, Math.max(0, (a * x + b * y + c) / w))
      const py = Math.min(info.height - 1.001, Math.max(0, (d * x + e * y + f) / w))
      const [ix, iy] = [px | 0, py | 0]
      const [fx, fy] = [px - ix, py - iy]
      const one = (iy * info.width + ix) * channels
      const two = one + info.width * channels
      for (let k = 0; k < 3; k++) {
        const from = channels >= 3 ? k : 0
        const top = data[one + from]! * (1 - fx) + data[one + channels + from]! * fx
        out[at + k] = top * (1 - fy) + (data[two + from]! * (1 - fx) + data[two + channels + from]! * fx) * fy
      }
    }
  }
  await writeFile(outFile, await sharp(out, { raw: { width, height, channels: 3 } }).jpeg({ quality: LIMITS.jpegQuality }).toBuffer())
}
