import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduCountry } from './edu-country.ts'

it('Kazakhstan, with the Soviet Union in it, or another country', () => {
  const it = asking(eduCountry, {}, { here: { level: 'tve' } })
  for (const words of ['Қазақстан', 'казахстан', 'kazakhstan', 'СССР']) expect(it.reads(words)).toBe('kz')
  expect(it.reads('другая')).toBe('other')
  expect(asking(eduCountry, {}, { here: { level: 'informal' } }).applies).toBe(false)
})
