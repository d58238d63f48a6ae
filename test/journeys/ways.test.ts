import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { placedPages } from '../../src/domain/documents/arrange.ts'
import { asSent, goodScene, photograph } from '../photos/camera.ts'
import { SIZES } from '../photos/labelled.ts'
import { renderPage } from '../photos/render-page.ts'
import { bombPng, brokenPdf } from '../support/bad-files.ts'
import { pdfOf } from '../support/pdf.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { until } from '../support/waiting.ts'
import { toIdentity } from '../support/welder.ts'

const missing = (tool: string): boolean => (process.env['QUJAT_MISSING'] ?? '').split(/[\s,]+/).includes(tool)
let product: TestProduct
let dir: string
beforeAll(async () => {
  product = await startProduct()
  dir = await mkdtemp(path.join(tmpdir(), 'ways-test-'))
})
afterAll(async () => {
  await product.stop()
  await rm(dir, { recursive: true, force: true })
})

async function atIdentity(firstName: string) {
  const me = await product.sim.person({ firstName, language: 'kk' })
  await toIdentity(me)
  return me
}
const secretOf = async (id: number) => (await caseOf(product, id)).secret
const pagesOf = async (id: number, item = 'identity') => placedPages({ secret: await secretOf(id) }, item)
const uploadedTo = async (id: number, item: string) => (await secretOf(id)).uploads.filter((each) => each.item === item && !each.removed).length
const toFile = async (me: SimulatedPerson, bytes: Buffer, name: string, mime: string) => {
  await me.sendsFile(bytes, name, mime)
  return (await me.expects(/Алдым|⚠️/)).text ?? ''
}

it('a PNG, a WebP, a CMYK and a progressive JPEG, a photo lying by its EXIF: each is an upright page', async () => {
  const me = await atIdentity('Түрлер')
  const at = (seed: number) => photoOf('ЖЕКЕ КУӘЛІК', { seed }).then((bytes) => sharp(bytes))
  expect(await toFile(me, await (await at(31)).png().toBuffer(), 'скан.png', 'image/png')).toMatch(/Алдым/)
  expect(await toFile(me, await (await at(32)).webp({ quality: 80 }).toBuffer(), 'a.webp', 'image/webp')).toMatch(/Алдым/)
  expect(await toFile(me, await (await at(33)).toColourspace('cmyk').jpeg({ quality: 85 }).toBuffer(), 'c.jpg', 'image/jpeg')).toMatch(/Алдым/)
  expect(await toFile(me, await (await at(34)).jpeg({ progressive: true }).toBuffer(), 'p.jpg', 'image/jpeg')).toMatch(/Алдым/)
  expect(await toFile(me, await (await at(35)).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer(), 'r.jpg', 'image/jpeg')).toMatch(/Алдым/)
  const pages = await pagesOf(me.id)
  expect(pages.map(({ page }) => [page.width, page.height])).toEqual(Array(5).fill([1500, 2000]))
  expect(pages.flatMap(({ page }) => page.doubts)).toEqual([])
}, 60_000)

it('a scanned PDF of many pages is that many pages; an owner’s lock does not keep them out, a password does', async () => {
  const me = await atIdentity('Сканер')
  const pages = await Promise.all([41, 42, 43].map((seed) => photoOf('ДИПЛОМ', { seed })))
  const plain = await pdfOf(pages)
  expect(await toFile(me, plain, 'скан.pdf', 'application/pdf')).toMatch(/3 бет/)
  expect(await pagesOf(me.id)).toHaveLength(3)
  expect(await toFile(me, brokenPdf(2, { encrypted: true }), 'құлып.pdf', 'application/pdf')).toMatch(/құпиясөз/)
  if (missing('qpdf')) return
  const [from, to] = [path.join(dir, 'a.pdf'), path.join(dir, 'b.pdf')]
  await writeFile(from, await pdfOf([await photoOf('ДИПЛОМ', { seed: 44 })]))
  execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', from, to])
  expect(await toFile(me, await readFile(to), 'иесі.pdf', 'application/pdf')).toMatch(/1 бет[^]*Барлығы: 4 бет/)
}, 60_000)

it('an empty file, a bomb, a picture that only begins, a PDF of 60 pages: a kind word for each, and the next photo is read', async () => {
  const me = await atIdentity('Бүлінген')
  expect(await toFile(me, bombPng(12_000), 'үлкен.png', 'image/png')).toMatch(/тым үлкен/)
  expect(await toFile(me, (await photoOf('КУӘЛІК', { seed: 51 })).subarray(0, 700), 'жарты.jpg', 'image/jpeg')).toMatch(/бүлінген/)
  expect(await toFile(me, brokenPdf(60), 'кітап.pdf', 'application/pdf')).toMatch(/50-ден артық/)
  expect(await toFile(me, Buffer.from('MZ executable'), 'сурет.jpg', 'image/jpeg')).toMatch(/файл түрін|бүлінген/)
  expect(await pagesOf(me.id)).toEqual([])
  await me.sendsPhoto(await photoOf('КУӘЛІК', { seed: 52 }))
  await me.expects(/Алдым[^]*1 бет/)
}, 60_000)

it('an album of files, two albums at once, a forwarded photo: every page once, in the order sent', async () => {
  const me = await atIdentity('Топ')
  const [one, two, three, four] = await Promise.all([61, 62, 63, 64].map((seed) => photoOf('КУӘЛІК', { seed }))) as [Buffer, Buffer, Buffer, Buffer]
  await me.sendsAlbum([{ bytes: one, kind: 'document', name: '1.jpg', mime: 'image/jpeg' }, { bytes: two, kind: 'document', name: '2.jpg', mime: 'image/jpeg' }])
  const [later] = await me.sendsAlbum([three, four])
  await until('four pages', async () => (await pagesOf(me.id)).length === 4)
  const order = (await pagesOf(me.id)).map(({ upload }) => upload.message)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  await me.forwards(later!)
  await me.expects(/бұрын жіберілген/)
}, 60_000)

it('a caption names the paper, also of each picture in a mixed album, and a changed caption moves it', async () => {
  const me = await atIdentity('Аралас')
  const [one, two, three] = await Promise.all([71, 72, 73].map((seed) => photoOf('ҚҰЖАТ', { seed }))) as [Buffer, Buffer, Buffer]
  const sent = await me.sendsAlbum([{ bytes: one, caption: 'жеке куәлік' }, { bytes: two, caption: 'Диплом' }, { bytes: three }])
  await me.expects(/Жеке басты куәландыратын құжат[^]*1 бет[^]*Білім туралы құжат[^]*2 бет/)
  expect([await uploadedTo(me.id, 'identity'), await uploadedTo(me.id, 'education')]).toEqual([1, 2])
  await me.edits(sent[1]!, { caption: 'еңбек кітапшасы' })
  await until('both at work', async () => (await uploadedTo(me.id, 'work')) === 2)
  await me.expects(/Алдым[^]*Еңбек/)
}, 60_000)

it('a replaced picture takes the place of the one before', async () => {
  const me = await atIdentity('Ауыстыру')
  const sent = await me.sendsPhoto(await photoOf('КУӘЛІК', { seed: 81 }))
  await me.expects(/Алдым/)
  await me.edits(sent, { photo: await photoOf('КУӘЛІК', { seed: 82 }) })
  await until('the new one', async () => (await secretOf(me.id)).uploads.length === 2 && (await pagesOf(me.id)).length === 1)
}, 60_000)

it('pages are looked at, laid flat, moved earlier, moved to another paper and taken away', async () => {
  const me = await atIdentity('Беттер')
  const shot = await photograph(await renderPage('diploma', { seed: 5, dpi: 220 }), SIZES.diploma, goodScene(7))
  await me.sendsAlbum([await photoOf('КУӘЛІК', { seed: 91 }), await asSent(shot.jpeg, 2560)])
  await me.expects(/Алдым[^]*2 бет/)
  await me.presses('Беттерін көру')
  await me.expects(/2 бет. Көру үшін/)
  await me.presses('2')
  const shown = await me.expects('бет: 2 / 2')
  expect(shown.photo).toBeDefined()
  await me.presses('Түзетілген түрін көру')
  const flat = await me.expects('Шеті қиылып')
  const { width = 0, height = 0 } = await sharp(await me.downloads(flat)).metadata()
  expect(Math.max(width, height) / Math.min(width, height)).toBeCloseTo(Math.SQRT2, 1)
  await me.presses('Түзетілген түрін алу')
  await me.expects('солай болады')
  await me.presses('2')
  await me.expects('Топтамаға түзетілген түрі кіреді')
  const before = (await pagesOf(me.id)).map(({ upload }) => upload.id)
  await me.presses('Бір орын алға жылжыту')
  await me.expects('алға жылжыды')
  expect((await pagesOf(me.id)).map(({ upload }) => upload.id)).toEqual(before.toReversed())
  await me.presses('1')
  await me.expects('бет: 1 / 2')
  await me.presses('Басқа құжатқа көшіру')
  await me.presses('Білім туралы құжат')
  await me.expects('Көшірілді')
  expect([await uploadedTo(me.id, 'identity'), await uploadedTo(me.id, 'education')]).toEqual([1, 1])
  await me.presses('1')
  await me.presses('Алып тастау')
  await me.expects('Алып тасталды')
  expect(await uploadedTo(me.id, 'education')).toBe(0)
}, 60_000)

it('of three photos one is blurred: the others are called good, the place is shown, and it is kept on request', async () => {
  const me = await atIdentity('Бұлыңғыр')
  const shot = await photograph(await renderPage('contract', { seed: 6, dpi: 200 }), SIZES.contract, goodScene(8))
  const blurred = await sharp(await asSent(shot.jpeg, 1280)).blur(5).jpeg().toBuffer()
  await me.sendsAlbum([await photoOf('КУӘЛІК', { seed: 95 }), await photoOf('КУӘЛІК', { seed: 96 }), blurred])
  const told = await me.expects(/1, 2-фото: жақсы оқылады[^]*3-фото: (бұлыңғыр|жазуы көрінбейді)/)
  expect(told.text?.match(/фото:/g)).toHaveLength(2)
  const preview = await me.expects(/^3-фото:/)
  expect((await sharp(await me.downloads(preview)).metadata()).width).toBeLessThanOrEqual(480)
  await me.presses('Осылай қалдыру')
  await me.expects('сол күйінде қалды')
  expect((await secretOf(me.id)).uploads.at(-1)).toMatchObject({ overruled: true })
}, 60_000)
