import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWrongLayout, otherLayout, otherReadings, toLatin } from './keyboard.ts'

test.each([['ytn', 'нет'], ['lf', 'да'], ['5 vfhnf 1990', '5 марта 1990'], ['c 06.2014 gj 09.2019', 'с 06.2014 по 09.2019'], ['b2', 'иә'], ['2015u', '2015г']])(
  '«%s» on a keyboard left in English is «%s»', (typed, meant) => expect(otherReadings(typed)).toContain(meant))

test.each([['joq', 'жок'], ['zhoq', 'жок'], ['net', 'нет'], ['naurız', 'науриз']])('«%s» in Latin letters is «%s»', (typed, meant) => expect(otherReadings(typed)).toContain(meant))

test('English on a Russian keyboard is found too, a mixed line is left alone', () => {
  expect(otherReadings('нуы')).toEqual(['yes'])
  expect(otherReadings('ТОО Alfa')).toEqual([])
  expect(otherReadings('06.2014–09.2019')).toEqual([])
})

test('names of people are not taken for a wrong layout', () => {
  for (const name of ['Akhmetov Askar', 'Schmidt Peter', 'John Smith', 'Nguyen Van Anh', 'Müller']) expect(isWrongLayout(name)).toBe(false)
  expect(isWrongLayout('Bdfyjd Bdfy Bdfyjdbx')).toBe(true)
  expect(isWrongLayout('F[vtnjd Cthbr')).toBe(true)
})

test('the two layouts undo each other for Russian letters', () => {
  const words = fc.array(fc.constantFrom(...'йцукенгшщзхъфывапролджэячсмитьбю'), { minLength: 1, maxLength: 20 }).map((letters) => letters.join(''))
  fc.assert(fc.property(words, (word) => { expect(otherLayout(toLatin(word))).toBe(word) }))
})
