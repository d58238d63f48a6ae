import { expect, it } from 'vitest'
import { differences, expiryOf } from './card-check.ts'
import type { Zone } from './verdict.ts'

const zone: Zone = { format: 'TD1', country: 'KAZ', number: '034567891', birth: '1989-03-02', expiry: '2031-05-01', iin: '890302300012', surname: 'ALIMBAYEV', given: 'GABIT' }
const told = { birth: '1989-03-02', iin: '890302300012', idNumber: '034567891', name: 'Әлімбаев Ғабит' }

it.each(['Әлімбаев Ғабит', 'Алимбаев Габит', 'ГАБИТ АЛИМБАЕВ', 'Alimbaev Gabit'])('%s is the person on the card, in whatever letters', (name) => {
  expect(differences(zone, { ...told, name })).toEqual([])
})

it.each([['QASYMOVA', 'Қасымова Әсел'], ['ZHUMABEKOV', 'Жұмабеков'], ['SHEVCHENKO', 'Шевченко Пётр'], ['KHAMITOV', 'Хамитов'], ['JUNUSOV', 'Жунусов'], ['TOLEGENOV', 'Төлегенов']])('%s is how a card writes %s', (surname, name) => {
  expect(differences({ ...zone, surname }, { ...told, name })).toEqual([])
})

it('another surname, day, number or IIN is told as a difference, with both readings', () => {
  expect(differences(zone, { birth: '1998-03-02', iin: '890302300013', idNumber: '034567892', name: 'Иванов Пётр' }).map(({ field, card, told: said }) => [field, card, said])).toEqual([
    ['birth', '1989-03-02', '1998-03-02'], ['iin', '890302300012', '890302300013'], ['idNumber', '034567891', '034567892'], ['name', 'ALIMBAYEV GABIT', 'Иванов Пётр'],
  ])
})

it('what the card did not prove, or the person did not tell, is no difference', () => {
  expect(differences({ format: 'TD1', country: 'KAZ', surname: '', given: '' }, told)).toEqual([])
  expect(differences(zone, { birth: null, iin: null, idNumber: null, name: null })).toEqual([])
})

it('an expiry behind us, or before the exam, is said', () => {
  expect(expiryOf(zone, { today: '2026-11-27', exam: '2026-12-10' })).toBeNull()
  expect(expiryOf({ ...zone, expiry: '2026-12-01' }, { today: '2026-11-27', exam: '2026-12-10' })).toEqual({ day: '2026-12-01', when: 'before-exam' })
  expect(expiryOf({ ...zone, expiry: '2026-11-26' }, { today: '2026-11-27', exam: null })).toEqual({ day: '2026-11-26', when: 'expired' })
})
