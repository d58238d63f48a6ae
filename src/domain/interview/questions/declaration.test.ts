import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { declaration } from './declaration.ts'

it('is confirmed by its button, its words or yes, and by nothing else', () => {
  for (const words of ['растаймын', 'иә', 'да', 'yes']) expect(asking(declaration).reads(words)).toBe('yes')
  expect(asking(declaration).reads('потом')).toBe('interview.pressButton')
  expect(asking(declaration).skips).toEqual([])
})
