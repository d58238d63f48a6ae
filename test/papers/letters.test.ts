import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsqr from 'jsqr'
import sharp, { type Sharp } from 'sharp'
import { expect, it } from 'vitest'
import type { Paper } from '../../src/domain/dossier/paper.ts'
import { FONT_FILES } from '../../src/papers/fonts.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { sampleChecklist } from './sample-papers.ts'

type Picture = { data: Buffer; width: number; height: number }
const LETTERS = [...'ӘәҒғҚқҢңӨөҰұҮүҺһІі₸']
const SIDE = 48

/** The first page as a stranger's program draws it, grey. */
async function firstPage(pdf: Uint8Array, scale: number): Promise<Picture> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap' })
  const grey = await sharp(Buffer.from(data), { raw: { width, height, channels: 4 } }).removeAlpha().greyscale().toColourspace('b-w').raw().toBuffer()
  document.destroy()
  library.destroy()
  return { data: grey, width, height }
}

/** The ink of a picture alone, brought to one size: what a letter looks like, wherever and however large it stands. */
async function shapeOf(picture: Sharp): Promise<number[]> {
  const flat = await picture.flatten({ background: 'white' }).greyscale().png().toBuffer()
  const cut = await sharp(flat).trim({ background: 'white', threshold: 60 }).png().toBuffer()
  const drawn = await sharp(cut).resize(SIDE, SIDE, { fit: 'fill' }).greyscale().toColourspace('b-w').raw().toBuffer()
  return [...drawn].map((it) => 1 - it / 255)
}

/** From 0 (nothing in common) to 1 (the same ink). */
function likeness(one: number[], other: number[]): number {
  const common = one.reduce((sum, value, i) => sum + Math.min(value, other[i] ?? 0), 0)
  const all = one.reduce((sum, value, i) => sum + Math.max(value, other[i] ?? 0), 0)
  return common / all
}

/** Bands of rows with ink, from top to bottom. */
function bands({ data, width, height }: Picture): { top: number; height: number }[] {
  const inked = Array.from({ length: height }, (_, y) => data.subarray(y * width, (y + 1) * width).some((it) => it < 100))
  const found: { top: number; height: number }[] = []
  for (const [y, ink] of inked.entries()) {
    const last = found.at(-1)
    if (ink && last && y - last.top - last.height < 14) last.height = y - last.top + 1
    else if (ink) found.push({ top: y, height: 1 })
  }
  return found
}

it('every Kazakh letter on the page has the shape of the font, not only its text', { timeout: 30_000 }, async () => {
  const paper: Paper = { ...sampleChecklist, title: LETTERS.join('\n'), footer: '', pageWord: '', facts: [], sections: [] }
  const { number: _number, subtitle: _subtitle, ...bare } = paper
  const page = await firstPage(await renderPaper(bare), 4)
  const lines = bands(page).slice(0, LETTERS.length)
  const drawn = await Promise.all(lines.map(({ top, height }) =>
    shapeOf(sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } }).extract({ left: 100, top: Math.max(0, top - 4), width: 500, height: height + 8 }))))
  const reference = await Promise.all(LETTERS.map((letter) =>
    shapeOf(sharp({ text: { text: letter, font: 'Noto Sans Bold', fontfile: FONT_FILES[2], dpi: 600, rgba: true } }))))
  const likest = drawn.map((shape) => reference.map((other) => likeness(shape, other)))
  expect(likest.map((row, i) => row[i]!.toFixed(2)).filter((each) => Number(each) < 0.8)).toEqual([])
  // A letter drawn as another, Қ as К with its tail lost, would be less like its own.
  const plain = await Promise.all([...'КНУ'].map((letter) => shapeOf(sharp({ text: { text: letter, font: 'Noto Sans Bold', fontfile: FONT_FILES[2], dpi: 600, rgba: true } }))))
  for (const [letter, other] of [['Қ', 0], ['Ң', 1], ['Ү', 2]] as const) {
    const at = LETTERS.indexOf(letter)
    expect(likest[at]![at]!).toBeGreaterThan(likeness(drawn[at]!, plain[other]!) + 0.05)
  }
})

it('the cover\'s QR code says the number', { timeout: 30_000 }, async () => {
  const paper: Paper = { ...sampleChecklist, template: 'dossier', number: '№ 26-0042', qr: '26-0042', sections: [] }
  const { data, width, height } = await firstPage(await renderPaper(paper), 3)
  const rgba = await sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('srgb').ensureAlpha().raw().toBuffer()
  expect(jsqr.default(new Uint8ClampedArray(rgba), width, height)?.data).toBe('26-0042')
})
