import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { initiative } from './initiative.ts'

it('one comes by own wish or on the referral of an employer', () => {
  for (const words of ['Өз қалауым', 'мое желание', 'own wish']) expect(asking(initiative).reads(words)).toBe('own')
  for (const words of ['жолдама', 'направление работодателя', 'referral']) expect(asking(initiative).reads(words)).toBe('employer')
  expect(asking(initiative).says('employer', 'kk')).toBe('Жұмыс берушінің жолдамасы')
})
