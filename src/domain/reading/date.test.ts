import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from './date.ts'

const today = '2026-11-22'

test.each([
  '05.03.1990', '5/3/1990', '1990-03-05', '1990.03.05', '05031990', '19900305', '05 03 1990', '05,03,1990 ж.', '05-03-90', '050390',
  '5 марта 1990', '5 мар 90 г.', '5марта1990', '5 наурыз 1990', '1990 ж. 5 наурыз', '5 науруз 1990 жыл', '5.III.1990', '5/III-1990',
  '1990 жылғы наурыздың 5-і', 'наурыздың 5-і 1990', '5 наурызында 1990', '1990 жылдың 3 айының 5-і', '5 число 3 месяц 1990 год',
  '5 March 1990', 'March 5, 1990', 'March 5th, 1990', 'Казань, 05.03.1990 г.р.', '٠٥.٠٣.١٩٩٠',
])('"%s" is the fifth of March 1990', text => {
  expect(readDate(text, { today })).toEqual({ ok: true, value: '1990-03-05' })
})

test.each([
  ['қаңтар', 1], ['кантарда', 1], ['акпан', 2], ['февраля', 2], ['мартта', 3], ['сәуірдің', 4], ['сауир', 4], ['мамырда', 5], ['мая', 5],
  ['майда', 5], ['маусымның', 6], ['июня', 6], ['шілде', 7], ['шилде', 7], ['тамызда', 8], ['тамызының', 8], ['кыркуйек', 9],
  ['қыркүйегінде', 9], ['сентебря', 9], ['қазан', 10], ['казанда', 10], ['қарашада', 11], ['желтоксан', 12], ['декабрьде', 12],
])('a Kazakh keyboard and the right ending are not needed: %s', (name, month) => {
  expect(readDate(`7 ${name} 1988`, { today })).toEqual({ ok: true, value: `1988-${String(month).padStart(2, '0')}-07` })
})

test.each([
  ['сәлем', 'date.unreadable'], ['5', 'date.unreadable'], ['5 марта или 6 марта 1990', 'date.unreadable'],
  ['март 1990', 'date.day-missing'], ['03.1990', 'date.day-missing'], ['1990', 'date.month-missing'],
  ['05.03', 'date.year'], ['5 наурызда', 'date.year'], ['ақпанның 7-сі', 'date.year'], ['05.03.199', 'date.year'],
  ['31.02.1990', 'date.impossible'], ['29.02.1900', 'date.impossible'], ['03/25/1990', 'date.impossible'],
  ['23.11.2026', 'date.future'], ['21.11.1926', 'date.too-old'], ['05.03.1890', 'date.too-old'],
])('"%s" is refused: %s', (text, reason) => expect(readDate(text, { today })).toEqual({ ok: false, reason }))

test('a year of two digits is asked in full where two centuries would do', () => {
  expect(readDate('05.03.20', { today, min: '1910-01-01' })).toEqual({ ok: false, reason: 'date.year' })
  expect(readDate('05.03.20', { today, min: '1950-01-01' })).toEqual({ ok: true, value: '2020-03-05' })
})

test('the question may set other bounds, both inclusive', () => {
  const limits = { today, min: '2026-01-01', max: '2036-01-01' }
  expect(readDate('01.01.2036', limits).ok).toBe(true)
  expect(readDate('02.01.2036', limits)).toEqual({ ok: false, reason: 'date.future' })
  expect(readDate('31.12.2025', limits)).toEqual({ ok: false, reason: 'date.too-old' })
})

test('any day of the last hundred years is read back from every language', () => {
  const days = fc.date({ min: new Date('1926-11-22'), max: new Date(today), noInvalidDate: true })
  const long = (language: string) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const short = (language: string) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const formats = ['kk', 'ru', 'en-GB', 'en-US'].flatMap(language => [long(language), short(language)])
  fc.assert(fc.property(days, fc.constantFrom(...formats), (day, format) => {
    const iso = day.toISOString().slice(0, 10)
    expect(readDate(format.format(day), { today }), format.format(day)).toEqual({ ok: true, value: iso })
    expect(readDate(iso.split('-').reverse().join('.'), { today })).toEqual({ ok: true, value: iso })
    expect(readDate(iso.split('-').reverse().join(''), { today })).toEqual({ ok: true, value: iso })
  }), { numRuns: 500 })
})

test('whatever is typed, a date is real or a reason is given', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d. /мая@-]{0,40}$/)), text => {
    const outcome = readDate(text, { today })
    expect(outcome.ok ? new Date(outcome.value).toISOString().slice(0, 10) : outcome.reason).toMatch(/^\d{4}-\d\d-\d\d$|^date\./)
  }))
})
