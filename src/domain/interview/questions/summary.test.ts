import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { summary } from './summary.ts'

it('is answered by yes in any words; it cannot be skipped', () => {
  for (const words of ['бәрі дұрыс', 'всё верно', 'иә', 'да', 'верно']) expect(asking(summary).reads(words)).toBe('right')
  expect(asking(summary).skips).toEqual([])
})
