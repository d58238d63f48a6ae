import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { begin } from './set-up.ts'

const noise = (width: number, height: number) => sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
const updates = async (call: Awaited<ReturnType<typeof begin>>['call']) => (await call('getUpdates')).result.map((one: any) => one.message)

describe('what persons send', () => {
  test('a photo is recompressed to 1280, upright, without EXIF, in several sizes', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    const sideways = await noise(2000, 1000)
      .jpeg()
      .withExif({ IFD0: { Make: 'Camera' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    await me.sendsPhoto(sideways, { caption: 'диплом' })
    const [message] = await updates(call)
    expect(message.caption).toBe('диплом')
    expect(message.photo.map((size: any) => [size.width, size.height])).toEqual([
      [45, 90],
      [160, 320],
      [400, 800],
      [640, 1280],
    ])
    const facts = await sharp(await me.downloads(message)).metadata()
    expect(facts).toMatchObject({ format: 'jpeg', width: 640, height: 1280 })
    expect(facts.exif).toBeUndefined()
    expect(facts.orientation).toBeUndefined()
  })

  test('in HD the long side is 2560', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.sendsPhoto(await noise(3000, 300).jpeg().toBuffer(), { hd: true })
    const [message] = await updates(call)
    expect(message.photo.at(-1)).toMatchObject({ width: 2560, height: 256 })
  })

  test('a file stays as it is, the same bytes keep their unique id, and it is fetched by getFile', async () => {
    const { simulator, sim, call } = await begin()
    const me = await sim.person()
    const bytes = randomBytes(100_000)
    await me.sendsFile(bytes, 'жеке куәлік.pdf', 'application/pdf')
    await me.sendsFile(bytes, 'again.pdf', 'application/pdf')
    const [one, two] = await updates(call)
    expect(one.document).toMatchObject({ file_name: 'жеке куәлік.pdf', mime_type: 'application/pdf', file_size: 100_000 })
    expect(two.document.file_unique_id).toBe(one.document.file_unique_id)
    expect(two.document.file_id).not.toBe(one.document.file_id)
    const { result } = await call('getFile', { file_id: one.document.file_id })
    const link = `${simulator.apiRoot}/file/bot${simulator.token}/${result.file_path}`
    expect(Buffer.from(await (await fetch(link)).arrayBuffer()).equals(bytes)).toBe(true)
    await sim.advance(2 * 3600_000)
    expect((await fetch(link)).status).toBe(404)
  })

  test('more than 20 MB can be sent but not fetched', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.sendsFile(Buffer.alloc(20 * 1024 * 1024 + 1, 1), 'big.pdf', 'application/pdf')
    const [message] = await updates(call)
    expect(await call('getFile', { file_id: message.document.file_id })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: file is too big',
    })
  })

  test('an album is one update a part, sharing a group, one behind the other', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    const part = await noise(100, 100).jpeg().toBuffer()
    await me.sendsAlbum([{ bytes: part, caption: 'екі беті' }, part, part])
    const messages = await updates(call)
    expect(messages).toHaveLength(3)
    expect(new Set(messages.map((one: any) => one.media_group_id)).size).toBe(1)
    expect(messages.map((one: any) => one.caption)).toEqual(['екі беті', undefined, undefined])
  })

  test('a live photo is a photo too', async () => {
    const { sim, call } = await begin()
    await (await sim.person()).sendsLivePhoto(await noise(400, 300).jpeg().toBuffer())
    const [message] = await updates(call)
    expect(message.photo.at(-1)).toMatchObject({ width: 400, height: 300 })
    expect(message.live_photo).toMatchObject({ mime_type: 'video/mp4', file_id: expect.any(String) })
  })

  test("the contact button sends the person's own number", async () => {
    const { sim, call } = await begin()
    const me = await sim.person({ phone: '+77019998877' })
    await me.sharesContact()
    expect((await updates(call))[0].contact).toMatchObject({ phone_number: '77019998877', user_id: me.id })
  })
})

describe('what the bot sends', () => {
  test('uploads by attach, again by id, and an id of another kind is refused', async () => {
    const { sim, call, form } = await begin()
    const me = await sim.person()
    await me.start()
    const chat_id = String(me.id)
    const file = new Blob([Buffer.from('%PDF-1.4')])
    const first = await form('sendDocument', { chat_id, document: 'attach://here', here: new Blob([Buffer.from('%PDF-1.4')]) })
    expect(first).toMatchObject({ ok: true })
    expect((await form('sendDocument', { chat_id, document: file, caption: '<b>қ</b>', parse_mode: 'HTML' })).result).toMatchObject({
      caption: 'қ',
      caption_entities: [{ type: 'bold', offset: 0, length: 1 }],
    })
    const { file_id } = first.result.document
    expect(await call('sendDocument', { chat_id, document: file_id, protect_content: true })).toMatchObject({
      ok: true,
      result: { has_protected_content: true },
    })
    expect(await call('sendPhoto', { chat_id, photo: file_id })).toMatchObject({ ok: false, error_code: 400 })
    expect(await call('sendDocument', { chat_id, document: file_id, caption: 'x'.repeat(1025) })).toMatchObject({
      description: 'Bad Request: message caption is too long',
    })
  })

  test('albums of 2 to 10, documents only with documents', async () => {
    const { sim, call, form } = await begin()
    const me = await sim.person()
    await me.start()
    const chat_id = String(me.id)
    const photo = new Blob([new Uint8Array(await noise(60, 60).png().toBuffer())])
    const sent = await form('sendMediaGroup', {
      chat_id,
      media: JSON.stringify([
        { type: 'photo', media: 'attach://a', caption: 'x' },
        { type: 'photo', media: 'attach://b' },
      ]),
      a: photo,
      b: photo,
    })
    expect(sent.result.map((one: any) => one.media_group_id)).toEqual([sent.result[0].media_group_id, sent.result[0].media_group_id])
    const item = { type: 'photo', media: sent.result[0].photo[0].file_id }
    expect(await call('sendMediaGroup', { chat_id, media: [item] })).toMatchObject({ ok: false })
    expect(await call('sendMediaGroup', { chat_id, media: Array(11).fill(item) })).toMatchObject({ ok: false })
    expect(await call('sendMediaGroup', { chat_id, media: [item, { type: 'document', media: item.media }] })).toMatchObject({ ok: false })
    const ids = sent.result.map((one: any) => one.message_id)
    const copied = await call('copyMessages', { chat_id, from_chat_id: chat_id, message_ids: ids })
    expect(copied.result).toHaveLength(2)
  })

  test('photos above 10 MB and files above 50 MB are too big', async () => {
    const { sim, form } = await begin()
    const me = await sim.person()
    await me.start()
    const chat_id = String(me.id)
    expect(await form('sendPhoto', { chat_id, photo: new Blob([Buffer.alloc(10 * 1024 * 1024 + 1)]) })).toMatchObject({ ok: false, error_code: 400 })
    expect(await form('sendDocument', { chat_id, document: new Blob([Buffer.alloc(50 * 1024 * 1024 + 1)]) })).toMatchObject({ ok: false })
  })
})
