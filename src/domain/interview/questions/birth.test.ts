import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { birth } from './birth.ts'

it('reads a date as people here write one, and says it back', () => {
  const it = asking(birth)
  for (const words of ['05.03.1990', '5 марта 1990', '1990 ж. 5 наурыз', '5 наурыз 1990', '05/03/90', '5 vfhnf 1990']) expect(it.reads(words)).toBe('1990-03-05')
  expect(it.reads('7 акпан 1988')).toBe('1988-02-07')
  expect(it.says('1990-03-05', 'kk')).toMatch(/1990.*наурыз|наурыз.*1990/)
})

it('asks again for what is missing or cannot be', () => {
  expect(asking(birth).reads('03/1990')).toBe('reading.date.day-missing')
  expect(asking(birth).reads('1990')).toBe('reading.date.month-missing')
  expect(asking(birth).reads('31.02.1990')).toBe('reading.date.impossible')
  expect(asking(birth).reads('05.05.2090')).toBe('reading.date.future')
})
