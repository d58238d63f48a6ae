import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { voucherDate } from './voucher-date.ts'

it('is asked of those who pay with a voucher; a voucher of tomorrow is none', () => {
  expect(asking(voucherDate, { payer: 'voucher' }).applies).toBe(true)
  expect(asking(voucherDate, { payer: 'self' }).applies).toBe(false)
  const it = asking(voucherDate, { payer: 'voucher' })
  expect(it.reads('2026 ж. 5 қараша')).toBe('2026-11-05')
  expect(it.reads('23.11.2026')).toBe('reading.date.future')
  expect(it.says('2026-11-05', 'ru')).toBe('5 ноября 2026')
})
