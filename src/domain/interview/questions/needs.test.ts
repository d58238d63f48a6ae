import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { needs } from './needs.ts'

it('who needs nothing special says no', () => {
  for (const words of ['жоқ', 'нет', 'керек емес', 'не нужны', 'no']) expect(asking(needs).reads(words)).toBe('no')
  for (const words of ['иә', 'да', 'керек', 'нужны', 'yes']) expect(asking(needs).reads(words)).toBe('yes')
  expect(asking(needs).says('no', 'ru')).toBe('Не нужны')
})
