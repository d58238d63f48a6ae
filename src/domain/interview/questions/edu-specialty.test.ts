import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduSpecialty } from './edu-specialty.ts'

it('a school names no specialty; who learned otherwise tells what', () => {
  const after = (level: string) => asking(eduSpecialty, {}, { here: { level } })
  expect(after('secondary').applies).toBe(false)
  expect(after('tve').asks('ru')).toMatch(/По какой специальности/)
  expect(after('informal').asks('kk')).toMatch(/Не үйрендіңіз/)
  expect(after('course').reads('Стропальщик')).toBe('Стропальщик')
})
