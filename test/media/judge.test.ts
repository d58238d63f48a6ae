import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { INSPECTOR_VERSION } from '../../src/media/eye/rules.ts'
import { judge } from '../../src/media/judge.ts'
import { photo } from './synthetic-page.ts'

type Look = NonNullable<Parameters<typeof photo>[0]>
const verdictOf = async (look: Look) => (await judge(await photo(look), { origin: 'photo', zone: false, today: '2026-11-22' })).verdict
const reasons = async (look: Look) => (await verdictOf(look)).doubts.map((it) => it.reason)

// As the platform sends an ordinary photo, and as it does with the HD setting.
describe.each([1280, 2560])('a photo of %i pixels', (long) => {
  test.each<[string, Look]>([
    ['taken well', {}],
    ['by lamp light', { light: 0.6 }],
    ['with a noisy old phone', { noise: 14 }],
    ['on a light desk', { desk: 190 }],
    ['on a dark desk', { desk: 30 }],
    ['saved small', { quality: 60 }],
    ['of a short certificate', { text: 'Анықтама Ғабитке берілді. Справка дана для предъявления. ' }],
    ['a little soft, but readable', { blur: long / 2560 }],
  ])('%s raises no doubt', async (_, look) => {
    expect(await verdictOf({ long, ...look })).toMatchObject({ good: true, doubts: [], inspector: INSPECTOR_VERSION })
  })

  test.each<[string, Look, string]>([
    ['out of focus', { blur: (2.8 * long) / 1800 }, 'blurred'],
    ['far out of focus', { blur: (5 * long) / 1800 }, 'blurred'],
    ['in the dark', { light: 0.2 }, 'dark'],
    ['of the empty side', { text: '' }, 'blank'],
    ['of the empty side, noisy', { text: '', noise: 14 }, 'blank'],
  ])('%s is nearly certainly unreadable', async (_, look, reason) => {
    expect((await verdictOf({ long, ...look })).doubts).toEqual([{ reason, hard: true }])
  })

  test('in twilight is only a hint', async () => {
    expect((await verdictOf({ long, light: 0.38 })).doubts).toEqual([{ reason: 'dark', hard: false }])
  })

  test('burnt out is only a hint', async () => {
    const burnt = await sharp(await photo({ long })).linear(1.1, 110).jpeg({ quality: 80 }).toBuffer()
    expect((await judge(burnt, { origin: 'photo', zone: false, today: '2026-11-22' })).verdict.doubts).toEqual([{ reason: 'bright', hard: false }])
  })
})

describe('the size of a photo', () => {
  test('as phones and the platform make it is never doubted', async () => {
    for (const [width, height] of [[960, 1280], [720, 1280], [1280, 960], [600, 900]] as const) {
      const sized = await sharp(await photo({ long: 1280 })).resize(width, height, { fit: 'cover' }).jpeg().toBuffer()
      expect((await judge(sized, { origin: 'photo', zone: false, today: '2026-11-22' })).verdict.doubts.filter((it) => it.reason === 'small')).toEqual([])
    }
  })
  test('of a thumbnail is doubted, hard when nothing could be read', async () => {
    expect(await reasons({ long: 750 })).toContain('small')
    expect((await verdictOf({ long: 320 })).doubts).toContainEqual({ reason: 'small', hard: true })
  })
})

test('a picture of one pixel, or a thread, is judged without harm', async () => {
  for (const [width, height] of [[1, 1], [4000, 1], [3, 2000]] as const) {
    const tiny = await sharp({ create: { width, height, channels: 3, background: '#888' } }).jpeg().toBuffer()
    expect((await judge(tiny, { origin: 'photo', zone: false, today: '2026-11-22' })).verdict.good).toBe(false)
  }
})
