import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobMore } from './job-more.ts'

it('asks for the job before', () => {
  expect(asking(jobMore).reads('больше не было')).toBe('interview.pressButton')
  expect(asking(jobMore).reads('жоқ')).toBe('no')
  expect(asking(jobMore).reads('да')).toBe('yes')
})
