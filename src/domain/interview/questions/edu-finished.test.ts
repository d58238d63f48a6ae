import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduFinished } from './edu-finished.ts'

it('yes or no, in any language and on any keyboard', () => {
  const it = asking(eduFinished, {}, { here: { level: 'tve' } })
  for (const words of ['иә', 'ия', 'да', 'Yes', 'lf', 'bz', 'ia']) expect(it.reads(words)).toBe('yes')
  for (const words of ['жоқ', 'жок', 'нет', 'no', 'ytn', 'joq']) expect(it.reads(words)).toBe('no')
  expect(it.reads('болар')).toBe('interview.pressButton')
})
