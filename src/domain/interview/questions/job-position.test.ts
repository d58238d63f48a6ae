import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobPosition } from './job-position.ts'

it('takes the position in the person\'s words', () => {
  expect(asking(jobPosition).reads('слесарь-ремонтник')).toBe('слесарь-ремонтник')
  expect(asking(jobPosition).reads('')).toBe('reading.text.short')
})
