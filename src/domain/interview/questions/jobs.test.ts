import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobs } from './jobs.ts'

it('whether there is any work to tell of', () => {
  for (const words of ['иә', 'есть', 'бар']) expect(asking(jobs).reads(words)).toBe('yes')
  for (const words of ['жоқ', 'нет']) expect(asking(jobs).reads(words)).toBe('no')
  expect(asking(jobs).says('yes', 'kk')).toBe('Иә')
})
