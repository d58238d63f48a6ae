import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idKinds, idKindsFor, isOnePage, readIdNumber } from './identity.ts'

test('every kind of person has a document to name, and another one', () => {
  for (const each of ['kz', 'kandas', 'foreign', 'stateless', 'refugee', null]) expect(idKindsFor(each)).toContain('other')
  expect(idKindsFor('kz')[0]).toBe('id-card')
  expect(isOnePage('passport')).toBe(true)
  expect(isOnePage('id-card')).toBe(false)
  expect(isOnePage(undefined)).toBe(false)
})

test('nine digits are a card’s number however they are spaced', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }), fc.constantFrom('', ' ', '-', '.'), (digits, gap) => {
    expect(readIdNumber(digits.join(gap), 'id-card')).toEqual({ ok: true, value: digits.join('') })
  }))
})

test('nothing typed breaks it, and what it takes it takes again', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...idKinds, null), (text, kind) => {
    const read = readIdNumber(text, kind)
    if (read.ok) expect(readIdNumber(read.value, kind)).toEqual(read)
  }))
})
