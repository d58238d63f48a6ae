import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, oneScript } from './normal.ts'

test('missing Kazakh letters, capitals, punctuation and pictures make no difference', () => {
  expect(fold('✅ Жеке  КУӘЛІК!')).toBe('жеке куалик')
  expect(fold('жеке куалик')).toBe('жеке куалик')
  expect(fold('Ёлка — 2️⃣')).toBe('елка 2')
  expect(fold('әғқңөұүһі')).toBe('агкноуухи')
})

test('a Latin i in a Kazakh word is Kazakh, an English word stays English', () => {
  expect(oneScript('Серiк Petrov')).toBe('Серік Petrov')
})

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    expect(fold(fold(text))).toBe(fold(text))
  }))
})
