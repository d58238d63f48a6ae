import fc from 'fast-check'
import { expect, it } from 'vitest'
import { barOf, secondsLeft } from '../../src/app/notices/progress.ts'
import { readLinks, readList, readMoment } from '../../src/telegram/managers/read-notice.ts'

const zone = { now: Date.parse('2026-11-28T09:00:00Z'), timeZone: 'Asia/Almaty' }

it('a moment is read in the centre’s own time', () => {
  expect(readMoment('01.02.2027 10:00', zone)).toBe(Date.parse('2027-02-01T05:00:00Z'))
  expect(readMoment('18:30', zone)).toBe(Date.parse('2026-11-28T13:30:00Z'))
  expect(readMoment('-', zone)).toBeNull()
  // It is two in the afternoon there: nine in the morning has passed.
  expect(readMoment('9:00', zone)).toBeUndefined()
  for (const wrong of ['31.02.2027 10:00', '01.02.2027', '25:00', 'завтра', '01.02.2020 10:00']) expect(readMoment(wrong, zone)).toBeUndefined()
})

it('any moment written out and read again is the same minute', () => {
  fc.assert(fc.property(fc.integer({ min: zone.now + 120_000, max: zone.now + 3e11 }), (at) => {
    const part = Object.fromEntries(new Intl.DateTimeFormat('ru', { timeZone: zone.timeZone, hourCycle: 'h23', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).formatToParts(at).map(({ type, value }) => [type, value]))
    expect(readMoment(`${part['day']}.${part['month']}.${part['year']} ${part['hour']}:${part['minute']}`, zone)).toBe(Math.floor(at / 60_000) * 60_000)
  }))
})

it('link buttons: one a line, in one language or three; anything else is no link', () => {
  expect(readLinks('Сайт | https://primer.kz\nҚазақша / Русский / English | https://primer.kz/x')).toEqual([
    { label: { kk: 'Сайт', ru: 'Сайт', en: 'Сайт' }, url: 'https://primer.kz' }, { label: { kk: 'Қазақша', ru: 'Русский', en: 'English' }, url: 'https://primer.kz/x' },
  ])
  expect(readLinks('-')).toEqual([])
  for (const wrong of ['', 'просто текст', 'Сайт | javascript:alert(1)', 'Сайт | http://localhost', Array.from({ length: 6 }, () => 'a | https://b.kz').join('\n')]) expect(readLinks(wrong)).toBeNull()
})

it('a list is numbers of cases and accounts', () => {
  expect(readList('26-0001, № 26-0002\n26-0001 700000001')).toEqual(['26-0001', '26-0002', '700000001'])
  for (const wrong of ['', 'все', '26-1', '123']) expect(readList(wrong)).toBeNull()
})

it('the bar and the time that is left', () => {
  expect([barOf(0, 10), barOf(5, 10), barOf(10, 10), barOf(0, 0)]).toEqual(['░░░░░░░░░░', '█████░░░░░', '██████████', '██████████'])
  expect(secondsLeft({ done: 100, total: 400, startedAt: 0, now: 10_000 })).toBe(30)
  expect(secondsLeft({ done: 0, total: 400, startedAt: 0, now: 10_000 })).toBeNull()
})
