import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { employerName } from './employer-name.ts'

it('is asked of those an employer refers', () => {
  expect(asking(employerName, { initiative: 'employer' }).applies).toBe(true)
  expect(asking(employerName, { initiative: 'own' }).applies).toBe(false)
  expect(asking(employerName).reads('ТОО «Аксу & Ко»')).toBe('ТОО «Аксу & Ко»')
  expect(asking(employerName).reads('А')).toBe('reading.text.short')
})
