import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSent, goodScene, photograph } from '../photos/camera.ts'
import { pretendCard } from '../photos/cards.ts'
import { SIZES } from '../photos/labelled.ts'
import { renderPage } from '../photos/render-page.ts'
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
  dir = await mkdtemp(path.join(tmpdir(), 'photos-test-'))
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
const pagesOf = async (id: number) => (await caseOf(product, id)).secret.uploads.filter((each) => !each.removed).flatMap((each) => each.pages)
const backOf = async (seed: number) => {
  const card = pretendCard(seed)
  const shot = await photograph(await renderPage('id-back', { seed, dpi: 640, mrz: card.lines }), SIZES['id-back'], goodScene(4))
  return { card, bytes: await asSent(shot.jpeg, 2560) }
}

it('the back of another card: what differs is asked, the front is wanted, and a way to the answers is there', async () => {
  const me = await atIdentity('Айырма')
  const { card, bytes } = await backOf(3)
  await me.sendsPhoto(bytes, { hd: true })
  const told = await me.expects(/алдыңғы бетін[^]*туған күні[^]*01\.01\.1990/)
  expect(told.text).toContain(card.birth.split('-').toReversed().join('.'))
  expect(JSON.stringify(told.reply_markup)).toContain('Түзету: туған күні')
  await me.presses('Түзету: туған күні')
  await me.expects(/Туған күні, айы/)
}, 60_000)

it('the same picture sent again, and saved again, is asked about and kept all the same', async () => {
  const me = await atIdentity('Қайталап')
  const page = await asSent((await photograph(await renderPage('diploma', { seed: 2, dpi: 220 }), SIZES.diploma, goodScene(5))).jpeg, 2560)
  await me.sendsPhoto(page)
  await me.expects(/Алдым/)
  await me.sendsPhoto(page)
  await me.expects(/бұрын жіберілген/)
  await me.presses('Тізімге')
  await me.presses(/Білім туралы/)
  await me.sendsFile(await sharp(page).resize(1100).jpeg({ quality: 60 }).toBuffer(), 'diploma.jpg', 'image/jpeg')
  await me.expects(/бұрын жіберілген/)
  expect(await pagesOf(me.id)).toHaveLength(3)
}, 60_000)

it.skipIf(missing('heif-enc'))('an iPhone picture sent as a file becomes a page', async () => {
  const me = await atIdentity('Айфон')
  const [from, to] = [path.join(dir, 'a.jpg'), path.join(dir, 'a.heic')]
  await writeFile(from, await photoOf('ЖЕКЕ КУӘЛІК', { seed: 22 }))
  execFileSync('heif-enc', ['-q', '70', '-o', to, from])
  await me.sendsFile(await readFile(to), 'IMG_0001.HEIC', 'image/heic')
  await me.expects(/Алдым[^]*1 бет/)
  expect(await pagesOf(me.id)).toMatchObject([{ width: 1500, height: 2000, doubts: [] }])
}, 60_000)

it('a live photo is its photo', async () => {
  const me = await atIdentity('Тірі')
  await me.sendsLivePhoto(await photoOf('ЖЕКЕ КУӘЛІК', { seed: 23 }))
  await me.expects(/Алдым/)
}, 60_000)

it('an archive, a Word file, a drawing and a film are each told what to send instead, and nothing is kept of them', async () => {
  const me = await atIdentity('Түрлі')
  await me.sendsFile(Buffer.from('PK\u0003\u0004'), 'құжаттар.zip', 'application/zip')
  await me.expects(/Мұрағатты/)
  await me.sendsFile(Buffer.from('PK\u0003\u0004'), 'диплом.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  await me.expects(/Word/)
  await me.sendsFile(Buffer.from('<svg/>'), 'a.svg', 'image/svg+xml')
  await me.expects(/SVG/)
  await me.sendsVideo()
  await me.expects(/Бейне/)
  expect(await pagesOf(me.id)).toEqual([])
}, 60_000)

it('five people send six photos each at once: every page is there once, in its own case', async () => {
  const people = await Promise.all([1, 2, 3, 4, 5].map((n) => atIdentity(`Бірге${n}`)))
  await Promise.all(people.map(async (me, n) => {
    const photos = await Promise.all([0, 1, 2, 3, 4, 5].map((k) => photoOf(`КУӘЛІК ${n}.${k}`, { seed: 100 + n * 10 + k })))
    await me.sendsAlbum(photos)
  }))
  for (const me of people) await until('six pages', async () => (await pagesOf(me.id)).length === 6)
}, 120_000)
