import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { safety } from './safety.ts'

it('is confirmed by its button, its words or yes, and by nothing else', () => {
  for (const words of ['таныстым', 'иә', 'да', 'yes']) expect(asking(safety).reads(words)).toBe('yes')
  expect(asking(safety).reads('потом')).toBe('interview.pressButton')
  expect(asking(safety).skips).toEqual([])
})
