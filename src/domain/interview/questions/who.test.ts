import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { who } from './who.ts'

it('a person may do it for themselves or for somebody else', () => {
  for (const words of ['Өзім үшін', 'озим ушин', 'для себя', 'for myself', '1']) expect(asking(who).reads(words)).toBe('self')
  for (const words of ['басқа адам үшін', 'для другого', 'someone else', '2']) expect(asking(who).reads(words)).toBe('other')
  expect(asking(who).says('self', 'kk')).toBe('Өзім үшін')
  expect(asking(who).says('other', 'ru')).toBe('Для другого человека')
})
