import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bombPng, brokenPdf } from '../support/bad-files.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { tells } from '../support/tells.ts'
import { pause, until } from '../support/waiting.ts'
import { bornIn, toIdentity, welderLines } from '../support/welder.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } })

type Bad = { name: string; mime: string; bytes: Buffer }

async function badFiles(): Promise<Bad[]> {
  const good = await photoOf('ЖЕКЕ', { seed: 41 })
  const file = (name: string, mime: string, bytes: Buffer): Bad => ({ name, mime, bytes })
  return [
    file('over-20-MB.jpg', 'image/jpeg', Buffer.concat([good, Buffer.alloc(20 * 1024 * 1024 + 1 - good.length)])),
    file('one-byte.jpg', 'image/jpeg', Buffer.from('x')),
    file('words.jpg', 'image/jpeg', Buffer.from('это не картинка\n'.repeat(200))),
    file('page.pdf', 'application/pdf', Buffer.from('<html><script>alert(1)</script></html>')),
    file('bomb.png', 'image/png', bombPng(30_000)),
    file('locked.pdf', 'application/pdf', brokenPdf(1, { encrypted: true })),
    file('no-pages.pdf', 'application/pdf', brokenPdf(0)),
    file('cut.jpg', 'image/jpeg', good.subarray(0, good.length >> 1)),
    file('include.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="900" height="900"><image xlink:href="file:///etc/passwd"/></svg>')),
    file('dot.png', 'image/png', await blank(1, 1).png().toBuffer()),
    file('line.png', 'image/png', await blank(1, 16_000).png().toBuffer()),
    file('film.gif', 'image/gif', await blank(900, 1200).gif().toBuffer()),
  ]
}

it('a file of every wrong kind gets its reason within seconds, and none counts as a good page', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Файл', language: 'kk' })
  await toIdentity(me)
  for (const { name, mime, bytes } of await badFiles()) {
    await me.sendsFile(bytes, name, mime)
    await me.expects(/./, { timeout: 15_000 }).catch((cause: unknown) => { throw new Error(`silence after ${name}`, { cause }) })
  }
  const { secret } = await caseOf(product, me.id)
  const good = secret.uploads.flatMap(({ name, state, pages }) => (state === 'stored' && pages.every(({ doubts }) => doubts.length === 0) ? [name] : []))
  expect(good).toEqual([])
  expect(product.errors).toEqual([])
})

it('a name with tags and turned letters does no harm', async () => {
  const me = await product.sim.person({ firstName: 'Атау', language: 'kk' })
  await toIdentity(me, bornIn(1980))
  await me.sendsFile(await photoOf('ЖЕКЕ', { seed: 42 }), '<b>&"\u202Egpj.jpg', 'image/jpeg')
  await me.expects(/Алдым/)
})

it('an album with one bad picture: the others land in their order, one answer names the bad one', async () => {
  const me = await product.sim.person({ firstName: 'Альбом', language: 'kk' })
  await toIdentity(me, bornIn(1981))
  const page = async (seed: number) => ({ bytes: await photoOf(`БЕТ ${seed}`, { seed }), name: `p${seed}.jpg`, mime: 'image/jpeg', kind: 'document' as const })
  const parts = await Promise.all([50, 51, 52, 53, 54].map(page))
  parts[2] = { bytes: Buffer.from('бұзық'), name: 'bad.jpg', mime: 'image/jpeg', kind: 'document' }
  const before = (await me.messages()).length
  await me.sendsAlbum(parts)
  await me.expects(/Алдым.*4 бет/s, { timeout: 15_000 })
  await pause(1500)
  expect((await me.messages()).slice(before).filter(({ from }) => from?.is_bot)).toHaveLength(1)
  const { secret } = await caseOf(product, me.id)
  expect(secret.uploads.map(({ state }) => state)).toEqual(['stored', 'stored', 'refused', 'stored', 'stored'])
  expect(secret.uploads.map(({ message }) => message)).toEqual(secret.uploads.map(({ message }) => message).toSorted((a, b) => a - b))
})

it('thirty photos of five people at once land with their own people, with one answer an album', { timeout: 60_000 }, async () => {
  const people = await Promise.all([0, 1, 2, 3, 4].map((n) => product.sim.person({ firstName: `Бесеу${n}`, language: 'kk' })))
  await Promise.all(people.map((me, n) => toIdentity(me, bornIn(1982 + n))))
  const pagesOf = (n: number, from: number) => Promise.all([0, 1, 2].map((page) => photoOf(`БЕС ${n} ${from + page}`, { seed: 100 + n * 10 + from + page, width: 900, height: 1200 })))
  await Promise.all(people.map(async (me, n) => {
    const before = (await me.messages()).length
    await me.sendsAlbum(await pagesOf(n, 0))
    await me.sendsAlbum(await pagesOf(n, 3))
    await until('six pages', async () => (await caseOf(product, me.id)).secret.uploads.filter(({ state }) => state === 'stored').length === 6, 40_000)
    await until('two answers', async () => (await me.messages()).slice(before).filter(({ text }) => text?.includes('Алдым')).length === 2)
    const { secret } = await caseOf(product, me.id)
    expect(new Set(secret.uploads.map(({ uniqueId }) => uniqueId)).size).toBe(6)
  }))
  expect(product.errors).toEqual([])
})

it('pages under a paper that an edit takes off the list are asked a home', async () => {
  const me = await product.sim.person({ firstName: 'Кетті', language: 'kk' })
  const lines = welderLines({ ...bornIn(1970), name: 'Кеткен Кісі' })
  await me.start()
  await tells(me, [...lines.slice(0, -2), /^(?!Жоқ|◀).*(Иә|Бар|құжат|Сертификат|Куәлік).*/i, '[Бәрі дұрыс]'])
  await me.expects('Сіздің құжаттар тізбеңіз')
  const { id } = await caseOf(product, me.id)
  await me.presses({ data: `o:${id}:earlier` })
  await me.expects(/фотосын/)
  await me.sendsPhoto(await photoOf('БҰРЫНҒЫ', { seed: 9 }))
  const got = await me.expects(/Алдым/)
  await me.pressesStale(got, `t:${id}:earlier`)
  await tells(me, ['[Жоқ]', '[Иә, өзгерту]', '[Бәрі дұрыс]'])
  await me.expects('Орны белгісіз 1 файл бар')
  await me.presses('Файлдарға орын беру')
  await me.presses(/Жеке басты куәландыратын/)
  await me.expects('Орнына қойылды')
  expect((await caseOf(product, me.id)).secret.uploads.map(({ item }) => item)).toEqual(['identity'])
})
