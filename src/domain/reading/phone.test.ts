import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPhone, readPhone } from './phone.ts'

test.each([
  '8 701 123 45 67', '+7 (701) 123-45-67', '77011234567', '7011234567', '(701) 1234567', '+87011234567', 'тел: 8-701-123-45-67',
  '+ 7 701 123 45 67', '8 701 123 45 67 доб. 5',
])('"%s" is one number of Kazakhstan', text => expect(readPhone(text)).toEqual({ ok: true, value: '+77011234567' }))

test('a worker from abroad types his country code', () => {
  expect(readPhone('+998 90 123 45 67')).toEqual({ ok: true, value: '+998901234567' })
  expect(readPhone('00998901234567')).toEqual({ ok: true, value: '+998901234567' })
  expect(readPhone('+49 (0)30 123456')).toEqual({ ok: true, value: '+4930123456' })
})

test.each([
  ['8701123456', { ok: false, reason: 'phone.length', values: { count: 10 } }],
  ['998901234567', { ok: false, reason: 'phone.length', values: { count: 12 } }],
  ['12', { ok: false, reason: 'phone.length', values: { count: 2 } }],
  ['87011234567, 87021234567', { ok: false, reason: 'phone.several' }],
  ['81011234567', { ok: false, reason: 'phone.unreadable' }],
  ['кейін айтамын', { ok: false, reason: 'phone.unreadable' }],
])('"%s" is refused with its reason', (text, outcome) => expect(readPhone(text)).toEqual(outcome))

test('a number is read back as it is shown', () => {
  fc.assert(fc.property(fc.stringMatching(/^\+7[67]\d{9}$/), phone => {
    expect(readPhone(formatPhone(phone))).toEqual({ ok: true, value: phone })
  }))
  expect(formatPhone('+77011234567')).toBe('+7 701 123 45 67')
  expect(formatPhone('+998901234567')).toBe('+998901234567')
})
