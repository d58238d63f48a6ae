import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { examLanguage } from './exam-language.ts'

it('offers the languages in which the centre holds the exam', () => {
  expect(asking(examLanguage).options('kk')).toEqual(['Қазақша', 'Орысша'])
  expect(asking(examLanguage, {}, { examLanguages: ['ru'] }).options('ru')).toEqual(['Русский'])
  expect(asking(examLanguage).reads('қазақ')).toBe('kk')
  expect(asking(examLanguage).reads('на русском')).toBe('ru')
  expect(asking(examLanguage).reads('русский')).toBe('ru')
})
