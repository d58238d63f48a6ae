import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Inspection, Inspector } from '../../src/media/inspection.ts'
import { makeInspector } from '../../src/media/inspector.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { sampleApplication, sampleChecklist, sampleDossier } from '../papers/sample-papers.ts'
import { photo } from './synthetic-page.ts'
import { pdfOf } from './tiny-pdf.ts'

const missing = (tool: string): boolean => (process.env['QUJAT_MISSING'] ?? '').split(/[\s,]+/).includes(tool)
let dir: string
let inspector: Inspector
let page: Buffer
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inspect-test-'))
  inspector = makeInspector()
  page = await photo({ long: 1280 })
}, 60_000)
afterAll(async () => {
  await inspector.stop()
  await rm(dir, { recursive: true, force: true })
})

async function inspect(bytes: Uint8Array, by: Inspector = inspector, maxPages = 50): Promise<Inspection> {
  const outDir = await mkdtemp(join(dir, 'job-'))
  const path = join(outDir, 'sent')
  await writeFile(path, bytes)
  return by.inspect({ path, outDir, maxPages, zone: false, today: '2026-11-22' })
}

async function accepted(bytes: Uint8Array): Promise<Extract<Inspection, { ok: true }>> {
  const found = await inspect(bytes)
  if (!found.ok) throw new Error(`refused: ${found.reason}`)
  return found
}
const pixels = (file: string | Buffer): Promise<Buffer> => sharp(file).raw().toBuffer()

describe('a photo from a phone', () => {
  test('is read as it is: same pixels, same bytes of the picture, nothing private', async () => {
    const sent = await sharp(page).withExif({ IFD0: { Copyright: 'Галымжан' }, IFD3: { GPSLatitude: '52/1 2/1 3/1' } }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg({ quality: 80 }).toBuffer()
    const polyglot = Buffer.concat([sent, Buffer.from('PK\u0003\u0004 hidden behind')])
    const { kind, mime, extension, pages, sha256 } = await accepted(polyglot)
    expect([kind, mime, extension, pages.length]).toEqual(['jpeg', 'image/jpeg', 'jpg', 1])
    expect(sha256).toBe(createHash('sha256').update(polyglot).digest('hex'))
    expect(pages[0]!.look).toMatch(/^[0-9a-f]{64}$/)
    const read = await readFile(pages[0]!.file)
    expect(await pixels(read)).toEqual(await pixels(sent))
    expect((await sharp(read).metadata()).exif).toBeUndefined()
    for (const trace of ['Exif', 'xmpmeta', 'hidden']) expect(read.includes(trace)).toBe(false)
    expect(sent.includes(read.subarray(-5000))).toBe(true)
  })

  test('held sideways is set upright', async () => {
    const { pages } = await accepted(await sharp(await sharp(page).rotate(270).toBuffer()).withMetadata({ orientation: 6 }).toBuffer())
    expect([pages[0]!.width, pages[0]!.height]).toEqual([960, 1280])
    expect((await sharp(pages[0]!.file).metadata()).orientation).toBeUndefined()
    expect(pages[0]!.verdict.good).toBe(true)
  })

  test('in print colours, with a wide gamut, as PNG with holes or as WebP becomes an sRGB JPEG', async () => {
    const cmyk = await sharp(page).toColourspace('cmyk').jpeg().toBuffer()
    const wide = await sharp(page).withIccProfile('p3').jpeg().toBuffer()
    const png = await sharp(page).ensureAlpha(0.5).png().toBuffer()
    const webp = await sharp(page).webp().toBuffer()
    for (const sent of [cmyk, wide, png, webp]) {
      const { pages } = await accepted(sent)
      const about = await sharp(pages[0]!.file).metadata()
      expect([about.format, about.space, about.icc, about.channels]).toEqual(['jpeg', 'srgb', undefined, 3])
    }
  }, 20_000)

  test('the same page photographed again looks alike, another page does not', async () => {
    const bits = (a: string, b: string): number => [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((it) => it === '1').length
    const first = (await accepted(page)).pages[0]!.look
    expect(bits(first, (await accepted(await sharp(page).jpeg({ quality: 60 }).toBuffer())).pages[0]!.look)).toBeLessThanOrEqual(28)
    expect(bits(first, (await accepted(await photo({ long: 1280, text: 'Мүлде басқа құжат.\n\n', desk: 200 }))).pages[0]!.look)).toBeGreaterThan(28)
  })
})

describe('a PDF', () => {
  test('gives a page for reading per page, 200 dpi and upright, without false doubts', async () => {
    for (const paper of [sampleApplication, sampleChecklist, { ...(await sampleDossier(join(dir, 'pics'))), groups: [] }]) {
      const { kind, pages } = await accepted(await renderPaper(paper))
      expect(kind).toBe('pdf')
      for (const it of pages) expect([it.width, it.height, it.verdict.doubts]).toEqual([1652, 2336, []])
    }
  }, 30_000)

  test('with junk before its head is still a PDF; an empty page is only a soft doubt', async () => {
    const { pages } = await accepted(Buffer.concat([Buffer.from('junk\n'), pdfOf({ pages: 2 })]))
    expect(pages.map((it) => it.verdict.doubts)).toEqual([[{ reason: 'blank', hard: false }], [{ reason: 'blank', hard: false }]])
  })

  test.skipIf(missing('qpdf'))('that forbids only printing opens; one that asks for a password says so', async () => {
    const plain = join(dir, 'plain.pdf')
    await writeFile(plain, await renderPaper(sampleApplication))
    const locked = async (user: string): Promise<Buffer> => {
      execFileSync('qpdf', ['--encrypt', user, 'owner', '256', '--', plain, `${plain}.locked`])
      return readFile(`${plain}.locked`)
    }
    expect(await inspect(await locked(''))).toMatchObject({ ok: true })
    expect(await inspect(await locked('secret'))).toMatchObject({ ok: false, reason: 'password' })
  })
})

describe('what cannot be read is told apart', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, object]>([
    ['nothing at all', () => Buffer.alloc(0), { reason: 'empty' }],
    ['a web page', () => Buffer.from('<html><script>'), { reason: 'unsupported' }],
    ['a drawing in SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { reason: 'unsupported' }],
    ['an archive', () => Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), { reason: 'unsupported', detected: 'zip' }],
    ['half an iPhone picture', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]), { reason: 'broken', detected: 'heic' }],
    ['half a photo', () => page.subarray(0, page.length / 2), { reason: 'broken' }],
    ['a photo of noise bytes', () => Buffer.concat([page.subarray(0, 700), Buffer.alloc(50_000, 7)]), { reason: 'broken' }],
    ['half a PDF', async () => (await renderPaper(sampleApplication)).subarray(0, 9000), { reason: 'broken' }],
    ['a PDF of 51 pages', () => pdfOf({ pages: 51 }), { reason: 'too-many-pages' }],
    ['a PDF as large as a field', () => pdfOf({ pages: 1, width: 14_400 }), { reason: 'too-large' }],
    ['21 megabytes', () => Buffer.concat([page, Buffer.alloc(21 * 1024 * 1024)]), { reason: 'too-large' }],
    ['a picture that unfolds to 256 megapixels', () => sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer(), { reason: 'too-large' }],
  ])('%s', async (_, bytes, expected) => {
    expect(await inspect(await bytes())).toMatchObject({ ok: false, ...expected })
  }, 20_000)

  test('a PDF with fewer pages allowed than it has', async () => {
    expect(await inspect(pdfOf({ pages: 3 }), inspector, 2)).toMatchObject({ reason: 'too-many-pages' })
  })
})

describe('the process that inspects', () => {
  test('is killed when a file takes too long, and the next file is read as if nothing had been', async () => {
    const hasty = makeInspector({ openTimeoutMs: 1 })
    const patient = makeInspector({ jobTimeoutMs: 20_000 })
    expect(await inspect(page, hasty)).toEqual({ ok: false, reason: 'timeout' })
    expect(await inspect(page, patient)).toMatchObject({ ok: true })
    await Promise.all([hasty.stop(), patient.stop()])
  }, 20_000)

  test('dies of a bomb alone: a small PDF that unfolds to 400 megabytes', async () => {
    const strict = makeInspector({ maxMemory: 5e8, pageTimeoutMs: 3000 })
    const found = await inspect(pdfOf({ pages: 1, bomb: 400_000_000 }), strict)
    expect(found.ok).toBe(false)
    expect(await inspect(page, strict)).toMatchObject({ ok: true })
    await strict.stop()
  }, 40_000)

  test('reads an album one by one or in pairs, and answers each for itself', async () => {
    const two = makeInspector({ processes: 2 })
    const found = await Promise.all([page, Buffer.alloc(0), page, Buffer.from('<html>'), page].map((it) => inspect(it, two)))
    expect(found.map((it) => it.ok)).toEqual([true, false, true, false, true])
    await two.stop()
    await expect(inspect(page, two)).rejects.toThrow('stopped')
  }, 20_000)

  test('goes home when there is nothing to do, and comes back', async () => {
    const lazy = makeInspector({ idleMs: 50 })
    expect((await inspect(page, lazy)).ok).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await inspect(page, lazy)).ok).toBe(true)
    await lazy.stop()
  }, 20_000)

  test('says aloud when our own disk is at fault, instead of blaming the photo', async () => {
    await expect(inspector.inspect({ path: join(dir, 'gone'), outDir: dir, maxPages: 50, zone: false, today: '2026-11-22' })).rejects.toThrow('ENOENT')
  })
})
