import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { needsText } from './needs-text.ts'

it('is asked of those who need something; the reason need not be told', () => {
  expect(asking(needsText, { needs: 'yes' }).applies).toBe(true)
  expect(asking(needsText, { needs: 'no' }).applies).toBe(false)
  expect(asking(needsText).reads('пандус')).toBe('пандус')
  expect(asking(needsText).skips).toEqual(['refused'])
})
