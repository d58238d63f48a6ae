import fc from 'fast-check'
import { expect, test } from 'vitest'
import { iinHints, maskIin, readIin } from './iin.ts'
import { controlDigit } from './twelve-digits.ts'

// All numbers here are made up; should one belong to a person, that is chance.
const eleven = fc.stringMatching(/^[1-9]\d{10}$/)

test.each(['900101300017', '900101300811', '850515400121'])('%s passes, by the first or the second weights', iin => {
  expect(readIin(iin)).toEqual({ ok: true, value: iin })
})

test.each(['ЖСН: 9001 0130 0017', '900101-300017', '1) 900101300017', '９００１０１３０００１７'])(
  'a welder may type his IIN as "%s"', text => expect(readIin(text)).toEqual({ ok: true, value: '900101300017' }))

test.each([
  ['90010130001', { ok: false, reason: 'iin.length', values: { count: 11 } }],
  ['900101300017 850515400121', { ok: false, reason: 'iin.length', values: { count: 24 } }],
  ['900101300018', { ok: false, reason: 'iin.checksum' }],
  ['000000000000', { ok: false, reason: 'iin.checksum' }],
  ['кейін', { ok: false, reason: 'iin.unreadable' }],
])('"%s" is refused with its reason', (text, outcome) => expect(readIin(text)).toEqual(outcome))

test('no number is issued where both passes give ten', () => {
  expect(controlDigit('90010130080')).toBeUndefined()
})

test('of the ten numbers with the same beginning at most one passes, whatever stands between the digits', () => {
  fc.assert(fc.property(eleven, fc.constantFrom('', ' ', '-', '.'), (start, between) => {
    const digit = controlDigit(start)
    const passing = [...'0123456789'].filter(last => readIin([...start, last].join(between)).ok)
    expect(passing).toEqual(digit === undefined ? [] : [String(digit)])
  }))
})

test('the historic layout hints at birth and sex, and a number outside it hints at nothing', () => {
  expect(iinHints('900101300017')).toEqual({ birth: '1990-01-01', sex: 'm' })
  expect(iinHints('850515400121')).toEqual({ birth: '1985-05-15', sex: 'f' })
  expect(iinHints('040229600000')).toEqual({ birth: '2004-02-29', sex: 'f' })
  expect(iinHints('900231300000')).toEqual({})
  expect(iinHints('900101000000')).toEqual({})
  expect(iinHints('9001')).toEqual({})
})

test('only the last four digits of an IIN are shown', () => {
  expect(maskIin('900101300017')).toBe('••••••••0017')
})
