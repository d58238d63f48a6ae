import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { earlier } from './earlier.ts'

it('an earlier recognition, if any', () => {
  for (const words of ['иә', 'да']) expect(asking(earlier).reads(words)).toBe('yes')
  for (const words of ['жоқ', 'нет']) expect(asking(earlier).reads(words)).toBe('no')
  expect(asking(earlier).says('no', 'en')).toBe('No')
})
