import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { send } from './send.ts'

it('is confirmed by its button, its words or yes, and by nothing else', () => {
  for (const words of ['отправить', 'иә', 'да', 'yes']) expect(asking(send).reads(words)).toBe('yes')
  expect(asking(send).reads('потом')).toBe('interview.pressButton')
  expect(asking(send).skips).toEqual([])
})
