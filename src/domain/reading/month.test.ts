import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMonth, readPeriod } from './month.ts'

const today = '2026-11-22'

test.each(['06.2014', '2014-06', 'маусым 2014', '2014 ж. маусым айы', 'июнь 2014', 'June 2014', '01.06.2014', '062014'])(
  '"%s" is June 2014', text => expect(readMonth(text, { today })).toEqual({ ok: true, value: '2014-06' }))

test.each([
  ['2014', 'month.missing'], ['маусым', 'month.year-missing'], ['6', 'month.unreadable'], ['13.2014', 'month.unreadable'],
  ['12.2026', 'month.future'], ['06.2014-07.2014', 'month.unreadable'],
])('"%s" is no month: %s', (text, reason) => expect(readMonth(text, { today })).toEqual({ ok: false, reason }))

test.each([
  '06.2014–09.2019', '06.2014 по 09.2019', '2014 маусым - 2019 қыркүйек', '2014-06 - 2019-09', '06/2014 – 09/2019',
  '06-2014-09-2019', '062014-092019', 'с июня 2014 по сентябрь 2019', '2014г. июнь — 2019г. сентябрь', '2014ж маусым - 2019ж кыркуйек',
  '2014 жылдың маусым айынан 2019 жылдың қыркүйек айына дейін', '2014 жылдың 6 айынан бастап 2019 жылдың 9 айына дейін',
  'Jun 2014 - Sep 2019', '06.2014 09.2019',
])('"%s" is from June 2014 to September 2019', text => {
  expect(readPeriod(text, { today })).toEqual({ ok: true, value: { from: '2014-06', to: '2019-09' } })
})

test.each([
  '05.2018 бастап қазірге дейін', 'с мая 2018 по сей день', '2018 ж мамырдан бері', 'май 2018 - н.в.', 'from May 2018 until now',
  'since May 2018', '05.2018–қазір', '05.2018-сейчас', '05.2018-now', 'май 2018 по настоящее время', 'мамыр 2018 әлі',
])('"%s" goes on since May 2018', text => {
  expect(readPeriod(text, { today })).toEqual({ ok: true, value: { from: '2018-05', to: null } })
})

test('days are kept where the person gives them', () => {
  const reads = (text: string) => readPeriod(text, { today })
  expect(reads('01.06.2014-30.09.2019')).toEqual({ ok: true, value: { from: '2014-06-01', to: '2019-09-30' } })
  expect(reads('5 июня 2014 - 7 сентября 2019')).toEqual({ ok: true, value: { from: '2014-06-05', to: '2019-09-07' } })
  expect(reads('01.05.2018 осы күнге дейін')).toEqual({ ok: true, value: { from: '2018-05-01', to: null } })
  expect(reads('15.06.2014 - 09.2019')).toEqual({ ok: true, value: { from: '2014-06-15', to: '2019-09' } })
  expect(reads('07.09.2019 - 05.09.2019')).toEqual({ ok: false, reason: 'period.reversed' })
  expect(reads('31.06.2014 - 09.2019')).toEqual({ ok: false, reason: 'period.impossible' })
  expect(reads('01.06.2014 - 23.11.2026')).toEqual({ ok: false, reason: 'period.future' })
})

test('a month without a year borrows it from its neighbour', () => {
  const value = { from: '2018-05', to: '2018-09' }
  expect(readPeriod('май – сентябрь 2018', { today })).toEqual({ ok: true, value })
  expect(readPeriod('2018 жылдың мамырынан қыркүйегіне дейін', { today })).toEqual({ ok: true, value })
})

test.each([
  ['2014-2019', 'period.year-only'], ['2014 - н.в.', 'period.year-only'], ['2014 - 09.2019', 'period.year-only'],
  ['09.2019-06.2014', 'period.reversed'], ['06.2014-12.2026', 'period.future'], ['05.2018', 'period.one-month'],
  ['с мая 2018', 'period.one-month'], ['06.14-09.19', 'period.unreadable'], ['май 18 - июнь 19', 'period.unreadable'],
  ['13.2014-01.2015', 'period.unreadable'], ['бес жыл', 'period.unreadable'], ['2 жыл 6 ай', 'period.unreadable'], ['қазір', 'period.unreadable'],
])('"%s" is asked again: %s', (text, reason) => expect(readPeriod(text, { today })).toEqual({ ok: false, reason }))

test('any two months in order are read back, in numbers and in words', () => {
  const months = fc.integer({ min: 1950 * 12, max: 2026 * 12 + 10 })
  const iso = (month: number) => `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`
  const words = (language: string, month: string) =>
    new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`))
  fc.assert(fc.property(months, months, fc.constantFrom('kk', 'ru', 'en'), (one, other, language) => {
    const [from, to] = [iso(Math.min(one, other)), iso(Math.max(one, other))]
    const typed = [from, to].map(month => month.split('-').reverse().join('.')).join('-')
    expect(readPeriod(typed, { today })).toEqual({ ok: true, value: { from, to } })
    expect(readPeriod(`${words(language, from)} – ${words(language, to)}`, { today })).toEqual({ ok: true, value: { from, to } })
  }))
})

test('a very long line is refused quickly', () => {
  expect(readPeriod('1 мая '.repeat(700), { today }).ok).toBe(false)
  expect(readPeriod('9'.repeat(4096), { today }).ok).toBe(false)
})
