import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { dayKey, jobDay } from './job-day.ts'

const first = jobDay({ job: 0, end: 'from', month: '2020-02', employer: 'Ақсу зауыты' })

it('asks for one day of a known month, and says at which job', () => {
  expect(asking(first).asks('ru')).toMatch(/Ақсу зауыты: февраль 2020[^]*приняли/)
  expect(dayKey({ job: 0, end: 'from' })).toBe('day.0.from')
})

it('reads the number alone, or the whole date again', () => {
  const it = asking(first)
  for (const words of ['15', '15-інде', '15 числа', '15.02.2020', '15 ақпан 2020', '15 февраля']) expect(it.reads(words)).toBe('2020-02-15')
  expect(it.reads('30')).toBe('reading.day.impossible')
  expect(it.reads('15.03.2020')).toBe('reading.day.other-month')
  expect(it.reads('басында')).toBe('reading.day.unreadable')
  expect(it.skips).toEqual(['unknown'])
  expect(it.says('2020-02-15', 'ru')).toBe('15 февраля 2020')
})
