import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { payer } from './payer.ts'

it('the candidate, the employer or a voucher pays', () => {
  for (const words of ['Өзім', 'я сам', 'i do']) expect(asking(payer).reads(words)).toBe('self')
  for (const words of ['работодатель']) expect(asking(payer).reads(words)).toBe('employer')
  for (const words of ['ваучер', 'voucher', 'dfexth']) expect(asking(payer).reads(words)).toBe('voucher')
  expect(asking(payer).says('voucher', 'kk')).toBe('Ваучер')
})
