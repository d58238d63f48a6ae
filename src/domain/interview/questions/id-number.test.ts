import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { idNumber } from './id-number.ts'

it('nine digits on a card, a letter and eight digits in a passport, and nothing invented for other papers', () => {
  const of = (idKind: string) => asking(idNumber, { idKind })
  expect(of('id-card').reads('№ 012 345 678')).toBe('012345678')
  expect(of('id-card').reads('900101300017')).toBe('reading.id-number.id-card')
  expect(of('passport').reads('n 12345678')).toBe('N12345678')
  expect(of('passport').reads('Н12345678')).toBe('N12345678')
  expect(of('passport').reads('012345678')).toBe('reading.id-number.passport')
  expect(of('residence-permit').reads('1234')).toBe('reading.id-number.residence-permit')
  expect(of('kandas').reads('КД-77/15')).toBe('КД77/15')
  expect(of('other').reads('жоқ қой')).toBe('reading.id-number.unreadable')
})

it('says where on the document it stands, and may be skipped', () => {
  expect(asking(idNumber, { idKind: 'id-card' }).asks('kk')).toMatch(/Артқы жағында/)
  expect(asking(idNumber, { idKind: 'passport' }).asks('ru')).toMatch(/Одна буква/)
  expect(asking(idNumber, { idKind: 'id-card' }).skips).toEqual(['unknown', 'refused'])
  expect(asking(idNumber, { idKind: { skipped: 'unknown' } }).applies).toBe(false)
})
