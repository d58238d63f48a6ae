import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobPeriod } from './job-period.ts'

it('reads a period in one line, until now too, and says it back', () => {
  const it = asking(jobPeriod)
  expect(it.reads('06.2014–09.2019')).toEqual({ from: '2014-06', to: '2019-09' })
  expect(it.reads('03.2015 бастап қазірге дейін')).toEqual({ from: '2015-03', to: null })
  expect(it.reads('с мая 2018 по сей день')).toEqual({ from: '2018-05', to: null })
  expect(it.reads('2020 ж мамырдан бері')).toEqual({ from: '2020-05', to: null })
  expect(it.reads('c vfz 2018 gj ctq ltym')).toEqual({ from: '2018-05', to: null })
  expect(it.says({ from: '2014-06', to: '2019-09' }, 'ru')).toBe('июнь 2014 — сентябрь 2019')
  expect(it.says({ from: '2014-06-05', to: null }, 'ru')).toBe('5 июня 2014 — по сей день')
})

it('a year alone asks for the month', () => expect(asking(jobPeriod).reads('2014-2019')).toBe('reading.period.year-only'))
