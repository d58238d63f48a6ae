import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { citizenship } from './citizenship.ts'

it('five kinds of people, in three languages', () => {
  for (const words of ['Қазақстан', 'казахстан', 'kazakhstan']) expect(asking(citizenship).reads(words)).toBe('kz')
  for (const words of ['қандас', 'кандас', 'kandas']) expect(asking(citizenship).reads(words)).toBe('kandas')
  for (const words of ['басқа ел', 'другая страна']) expect(asking(citizenship).reads(words)).toBe('foreign')
  for (const words of ['без гражданства', 'азаматтығы жоқ']) expect(asking(citizenship).reads(words)).toBe('stateless')
  for (const words of ['босқын', 'беженец', 'refugee']) expect(asking(citizenship).reads(words)).toBe('refugee')
  expect(asking(citizenship).says('kandas', 'ru')).toBe('Кандас')
})
