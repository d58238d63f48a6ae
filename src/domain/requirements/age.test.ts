import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn, turns } from './age.ts'

const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

test('a man born on 23 November 2008 is 18 on his birthday and 17 the day before', () => {
  expect(ageOn('2008-11-23', '2026-11-23')).toBe(18)
  expect(ageOn('2008-11-23', '2026-11-22')).toBe(17)
})

test('a woman born on 29 February turns 18 on 1 March of a common year', () => {
  expect(turns('2008-02-29', 18)).toBe('2026-03-01')
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  expect(turns('2008-02-29', 20)).toBe('2028-02-29')
})

test('on the day somebody turns an age he is that old, the day before he is not', () => {
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 80 }), (birth, years) => {
    const on = turns(birth, years)
    const before = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10)
    expect(ageOn(birth, on)).toBe(years)
    expect(ageOn(birth, before)).toBe(years - 1)
  }))
})
