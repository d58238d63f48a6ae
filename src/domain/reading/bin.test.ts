import { expect, test } from 'vitest'
import { readBin } from './bin.ts'

test('an employer is named by a BIN, or by the IIN of a sole trader', () => {
  expect(readBin('БСН 010140 000014')).toEqual({ ok: true, value: '010140000014' })
  expect(readBin('900101300017')).toEqual({ ok: true, value: '900101300017' })
})

test.each([
  ['0101400000', { ok: false, reason: 'bin.length', values: { count: 10 } }],
  ['010140000015', { ok: false, reason: 'bin.checksum' }],
  ['ERG', { ok: false, reason: 'bin.unreadable' }],
])('"%s" is refused with its reason', (text, outcome) => expect(readBin(text)).toEqual(outcome))
