import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduLevel } from './edu-level.ts'

it('steps of education by the words people use', () => {
  for (const words of ['колледж', 'college']) expect(asking(eduLevel).reads(words)).toBe('tve')
  for (const words of ['Мектеп, 11 сынып', '11 классов', '11']) expect(asking(eduLevel).reads(words)).toBe('secondary')
  for (const words of ['9 сынып', '9 классов']) expect(asking(eduLevel).reads(words)).toBe('basic')
  for (const words of ['жогары', 'высшее', 'higher']) expect(asking(eduLevel).reads(words)).toBe('higher')
  for (const words of ['қысқа курс', 'курсы']) expect(asking(eduLevel).reads(words)).toBe('course')
  for (const words of ['өзім үйрендім', 'самостоятельно', 'self-taught']) expect(asking(eduLevel).reads(words)).toBe('informal')
  for (const words of ['құжатым жоқ', 'нет документов']) expect(asking(eduLevel).reads(words)).toBe('none')
  expect(asking(eduLevel).says('tve', 'kk')).toBe('Колледж (ТжКБ)')
  expect(asking(eduLevel).says('higher', 'ru')).toBe('Высшее')
})
