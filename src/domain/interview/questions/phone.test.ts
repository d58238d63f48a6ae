import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { phone } from './phone.ts'

it('reads any habit of writing a number', () => {
  for (const words of ['8 701 123 45 67', '+7 (701) 123-45-67', '77011234567', '7011234567', '8701-123-4567']) expect(asking(phone).reads(words)).toBe('+77011234567')
  expect(asking(phone).reads('+976 8811 2233')).toBe('+97688112233')
  expect(asking(phone).reads('123')).toBe('reading.phone.length')
  expect(asking(phone).says('+77011234567', 'kk')).toBe('+77011234567')
})

it('asks a helper for the number of the other person', () => expect(asking(phone, { who: 'other' }).asks('kk')).toMatch(/Ол адамның/))
