import sharp from 'sharp'
import { expect, it } from 'vitest'
import { orientationOf, withoutPrivate } from '../../src/media/without-private.ts'
import { photoOf } from '../support/photo.ts'

const EXIF = { IFD0: { Make: 'Phone', Model: 'Secret' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 2/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '76/1 55/1 0/1' } }
const pixels = async (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer()

it('a photo loses the place and the phone, keeps its picture bit for bit and which way up it is', async () => {
  const plain = sharp(await photoOf('КУӘЛІК', { width: 600, height: 800 }))
  const sent = await plain.jpeg().withExif(EXIF).withMetadata({ orientation: 6 }).toBuffer()
  const tagged = await sharp(sent).withExif(EXIF).withMetadata({ orientation: 6, exif: EXIF } as never).jpeg().toBuffer()
  expect(tagged.includes('Secret')).toBe(true)
  const clean = withoutPrivate(tagged, 'jpg')
  if (clean.how !== 'cleaned') throw new Error(clean.how)
  expect(Buffer.from(clean.bytes).includes('Secret')).toBe(false)
  const about = await sharp(clean.bytes).metadata()
  expect([about.orientation, orientationOf(clean.bytes)]).toEqual([6, 6])
  expect(await pixels(clean.bytes)).toEqual(await pixels(tagged))
  expect((await sharp(clean.bytes).metadata()).exif?.length).toBeLessThan(40)
})

it('a PNG and a WebP lose theirs too', async () => {
  const base = sharp(await photoOf('КУӘЛІК', { width: 300, height: 400 }))
  for (const [extension, bytes] of [['png', await base.png().withExif(EXIF).toBuffer()], ['webp', await base.webp({ lossless: true }).withExif(EXIF).toBuffer()]] as const) {
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const clean = withoutPrivate(bytes, extension)
    if (clean.how !== 'cleaned') throw new Error(clean.how)
    expect((await sharp(clean.bytes).metadata()).exif).toBeUndefined()
    expect(await pixels(clean.bytes)).toEqual(await pixels(bytes))
  }
})

it('what holds nothing private stays the same bytes; HEIC and half a picture cannot be cleaned', async () => {
  const bytes = await photoOf('КУӘЛІК', { width: 300, height: 400 })
  expect(withoutPrivate(bytes, 'jpg')).toEqual({ how: 'untouched', bytes })
  expect(withoutPrivate(bytes, 'heic')).toEqual({ how: 'impossible' })
  expect(withoutPrivate(bytes.subarray(0, 900), 'jpg')).toEqual({ how: 'impossible' })
  expect(withoutPrivate((await sharp(bytes).png().toBuffer()).subarray(0, 100), 'png')).toEqual({ how: 'impossible' })
  expect(withoutPrivate(Buffer.from('%PDF-1.7'), 'pdf')).toMatchObject({ how: 'untouched' })
})
