import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { sampleEntry } from '../../../../test/support/entry.ts'
import { level } from './level.ts'

it('offers the grades of the trade, and another', () => {
  const it = asking(level, { profession: sampleEntry.id }, { entry: sampleEntry })
  expect(it.options('kk')).toEqual(['5-разряд', '6-разряд', 'Басқа'])
  expect(it.options('ru')).toEqual(['5 разряд', '6 разряд', 'Другой'])
})

it('a number is the grade itself and not the place of a button', () => {
  const it = asking(level, {}, { entry: sampleEntry })
  for (const words of ['6', '6 разряд', '6-разряд', 'grade 6']) expect(it.reads(words)).toBe('g6')
  expect(it.reads('1')).toBe('interview.pressButton')
  expect(it.reads('другой')).toBe('other')
  expect(it.says('g6', 'en')).toBe('Grade 6')
})

it('is not asked where there is no trade', () => expect(asking(level).applies).toBe(false))
