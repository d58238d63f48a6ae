import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Page, Upload } from '../case/case.ts'
import { alike, bitsApart, isSameFile, isSamePicture } from './same-picture.ts'

const LOOK = '0123456789abcdef'.repeat(4)
const page = (look: string, doubts: Page['doubts'] = []): Page => ({ file: 'p.jpg', width: 1000, height: 1400, doubts, look, zoned: false, zone: null, corners: null, flat: false })
const upload = (sha256: string, pages: Page[], more: Partial<Upload> = {}): Upload => ({
  id: 'a', item: 'identity', message: 1, batch: '1', at: 1, fileId: '', uniqueId: 'a', kind: 'photo', size: null, name: null, state: 'stored', refusal: null, round: 1,
  original: null, extension: 'jpg', sha256, bytes: 1, overruled: false, removed: false, pages, ...more,
})

it('the same bytes are known again, also for another paper, but not of a file that was removed', () => {
  expect(isSameFile('aa', [upload('aa', [page('')], { item: 'diploma' })])).toBe(true)
  expect(isSameFile('aa', [upload('aa', [page('')], { removed: true })])).toBe(false)
})

it('a page that looks alike is compared, another is not, nor one that was removed, nor one too dark or empty to tell', () => {
  const other = [...LOOK].map((digit) => (15 - Number.parseInt(digit, 16)).toString(16)).join('')
  expect(alike(page(LOOK), [upload('aa', [page(other), page(LOOK.replace('0', '3'))])])).toEqual([{ upload: 'a', index: 1 }])
  expect(alike(page(LOOK), [upload('aa', [page(LOOK)], { removed: true })])).toEqual([])
  expect(alike(page(LOOK, [{ reason: 'blank', hard: true }]), [upload('aa', [page(LOOK)])])).toEqual([])
})

it('saved again, every part changes a little; another name on the same form changes a few parts much', () => {
  const parts = Uint8Array.from({ length: 4896 }, (_, at) => 120 + at % 90)
  expect(isSamePicture(parts, parts.map((value, at) => value + at % 7 - 3))).toBe(true)
  expect(isSamePicture(parts, parts.map((value, at) => (at < 8 ? value - 20 : value)))).toBe(false)
  expect(isSamePicture(new Uint8Array(), new Uint8Array())).toBe(false)
})

it('bits are counted alike both ways, and a look of before has none to compare', () => {
  const look = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 }).map((digits) => digits.map((each) => each.toString(16)).join(''))
  fc.assert(fc.property(look, look, (one, other) => {
    const naive = [...one].reduce((sum, digit, n) => sum + (Number.parseInt(digit, 16) ^ Number.parseInt(other[n]!, 16)).toString(2).replaceAll('0', '').length, 0)
    expect([bitsApart(one, other), bitsApart(other, one), bitsApart(one, one), bitsApart('', one)]).toEqual([naive, naive, 0, 256])
  }))
})
