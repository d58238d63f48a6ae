import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Page, Upload } from '../case/case.ts'
import { bitsApart, withDuplicates } from './same-picture.ts'

const LOOK = '0123456789abcdef'.repeat(4)
const page = (look: string, doubts: Page['doubts'] = []): Page => ({ file: 'p.jpg', width: 1000, height: 1400, doubts, look, zoned: false, zone: null })
const upload = (sha256: string, pages: Page[], more: Partial<Upload> = {}): Upload => ({
  id: 'a', item: 'identity', message: 1, batch: '1', at: 1, fileId: '', uniqueId: 'a', kind: 'photo', size: null, name: null, state: 'stored', refusal: null, round: 1,
  original: null, extension: 'jpg', sha256, bytes: 1, overruled: false, removed: false, pages, ...more,
})
const isDuplicate = (found: Page[]): boolean => found.some(({ doubts }) => doubts.some(({ reason }) => reason === 'duplicate'))

it('the same bytes are known again, also for another paper', () => {
  expect(isDuplicate(withDuplicates([page('')], 'aa', [upload('aa', [page('')], { item: 'diploma' })]))).toBe(true)
})

it('the same page saved again is known by its look', () => {
  expect(isDuplicate(withDuplicates([page(LOOK)], 'bb', [upload('aa', [page(LOOK.replace('0', '3'))])]))).toBe(true)
})

it('another page is not, nor one that was removed, nor one too dark or empty to tell', () => {
  const other = [...LOOK].map((digit) => (15 - Number.parseInt(digit, 16)).toString(16)).join('')
  expect(isDuplicate(withDuplicates([page(other)], 'bb', [upload('aa', [page(LOOK)])]))).toBe(false)
  expect(isDuplicate(withDuplicates([page(LOOK)], 'bb', [upload('aa', [page(LOOK)], { removed: true })]))).toBe(false)
  expect(isDuplicate(withDuplicates([page(LOOK, [{ reason: 'blank', hard: true }])], 'bb', [upload('aa', [page(LOOK)])]))).toBe(false)
})

it('bits are counted alike both ways, and a look of before has none to compare', () => {
  const look = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 }).map((digits) => digits.map((each) => each.toString(16)).join(''))
  fc.assert(fc.property(look, look, (one, other) => {
    const naive = [...one].reduce((sum, digit, n) => sum + (Number.parseInt(digit, 16) ^ Number.parseInt(other[n]!, 16)).toString(2).replaceAll('0', '').length, 0)
    expect([bitsApart(one, other), bitsApart(other, one), bitsApart(one, one), bitsApart('', one)]).toEqual([naive, naive, 0, 256])
  }))
})
