import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, likeness } from './likeness.ts'
import { otherLayout } from '../reading/keyboard.ts'
import { fold, readings } from './spelling.ts'

test('Kazakh words meet themselves typed without Kazakh letters', () => {
  expect(fold('Дәнекерлеуші')).toBe(fold('данекерлеуши'))
  expect(fold('Қазандардың машинисі')).toBe(fold('казандардын машиниси'))
})

test('a word typed on the wrong keyboard is read', () => {
  expect(otherLayout('cdfhobr')).toBe('сварщик')
  expect(readings('slesar')).toContain(fold('слесарь'))
})

test('a slip of the finger is one edit, swapped neighbours too', () => {
  expect(distance('свращик', 'сварщик', 3)).toBe(1)
  expect(likeness('крановшик', 'крановщик')).toBeGreaterThan(0.7)
  expect(likeness('повар', 'токарь')).toBe(0)
})

test('nothing typed can break the reading of it', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    for (const reading of readings(a)) expect(fold(reading)).toBe(reading)
    const like = likeness(fold(a) || 'а', fold(b) || 'б')
    expect(like).toBeGreaterThanOrEqual(0)
    expect(like).toBeLessThanOrEqual(1)
  }))
})
