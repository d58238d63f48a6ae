import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobEmployer } from './job-employer.ts'

it('takes the name as it is', () => {
  expect(asking(jobEmployer).asks('kk')).toMatch(/Қайда жұмыс істедіңіз/)
  expect(asking(jobEmployer).reads('АО «ТНК "Казхром"»')).toBe('АО «ТНК "Казхром"»')
})
