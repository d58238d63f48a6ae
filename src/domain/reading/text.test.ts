import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from './text.ts'

test('an answer keeps its words and loses what would disturb a log or a PDF', () => {
  expect(readText('  Ақсу\u0000\u202E  зауыты \r\n\n\n\n 2-цех ', { min: 1, max: 50 })).toEqual({ ok: true, value: 'Ақсу зауыты\n\n2-цех' })
})

test('too little and too much are said with the bound', () => {
  expect(readText(' а ', { min: 2, max: 5 })).toEqual({ ok: false, reason: 'text.short', values: { min: 2, count: 1 } })
  expect(readText('абвгде', { min: 2, max: 5 })).toEqual({ ok: false, reason: 'text.long', values: { max: 5, count: 6 } })
  expect(readText('👷👷', { min: 2, max: 2 }).ok).toBe(true)
})

test('a text read once is read again unchanged', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    const once = readText(text, { min: 0, max: 10_000 })
    expect(once.ok && readText(once.value, { min: 0, max: 10_000 })).toEqual(once)
  }))
})
