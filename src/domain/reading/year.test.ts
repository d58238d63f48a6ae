import { expect, test } from 'vitest'
import { readYear } from './year.ts'

const limits = { today: '2026-11-22', min: 1950 }

test.each(['2008', '2008 ж.', '2008 жылы бітірдім', 'в 2008 году', 'июнь 2008', '25.06.2008', '08', '08-й'])('"%s" is 2008', text =>
  expect(readYear(text, limits)).toEqual({ ok: true, value: 2008 }))

test.each([
  ['8', { ok: false, reason: 'year.unreadable' }],
  ['2004-2008', { ok: false, reason: 'year.unreadable' }],
  ['2027', { ok: false, reason: 'year.future' }],
  ['1949', { ok: false, reason: 'year.old', values: { min: 1950 } }],
])('"%s" is refused with its reason', (text, outcome) => expect(readYear(text, limits)).toEqual(outcome))
