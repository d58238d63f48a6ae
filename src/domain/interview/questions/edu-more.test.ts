import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduMore } from './edu-more.ts'

it('is asked while there is something to tell of', () => {
  expect(asking(eduMore, {}, { here: { level: 'tve' } }).applies).toBe(true)
  expect(asking(eduMore, {}, { here: { level: 'none' } }).applies).toBe(false)
  expect(asking(eduMore, {}, { here: { level: 'tve' } }).reads('больше нет')).toBe('no')
  expect(asking(eduMore, {}, { here: { level: 'tve' } }).skips).toEqual([])
})
