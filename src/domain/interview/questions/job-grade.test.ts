import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobGrade } from './job-grade.ts'

it('takes a grade, not a period typed too early; there may be none', () => {
  expect(asking(jobGrade).reads('5 разряд')).toBe('5 разряд')
  expect(asking(jobGrade).reads('06.2014–09.2019')).toBe('reading.grade.unreadable')
  expect(asking(jobGrade).reads('нет')).toEqual({ skipped: 'none' })
  expect(asking(jobGrade).skips).toEqual(['none', 'unknown'])
})
