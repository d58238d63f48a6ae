import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduYear } from './edu-year.ts'

it('the year it ended, or the year one left', () => {
  const it = asking(eduYear, {}, { here: { level: 'tve', finished: 'no' } })
  expect(it.asks('kk')).toMatch(/тоқтаттыңыз/)
  expect(it.reads('2009 жылы')).toBe(2009)
  expect(it.reads('июнь 2009')).toBe(2009)
  expect(it.reads('2030')).toBe('reading.year.future')
  expect(it.reads('1910')).toBe('reading.year.old')
  expect(it.says(2009, 'ru')).toBe('2009')
})
