import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { sampleEntry } from '../../../../test/support/entry.ts'
import { profession } from './profession.ts'

it('is asked first, may be left open only as "I do not know", and "not in the list" is a way on', () => {
  const it = asking(profession)
  expect(it.asks('kk')).toMatch(/Қай кәсіп/)
  expect(it.skips).toEqual(['unknown'])
  for (const words of ['Тізімде жоқ', 'нет в списке', 'not in the list']) expect(it.reads(words)).toBe('other')
  expect(it.reads('1')).toBe('interview.profession.unknown')
})

it('an entry of the catalogue is pressed, and called by its name in each language', () => {
  const it = asking(profession, {}, { entry: sampleEntry })
  expect(it.presses(sampleEntry.id)).toBe(sampleEntry.id)
  expect(it.says(sampleEntry.id, 'kk')).toBe('Дәнекерлеуші')
  expect(it.says(sampleEntry.id, 'ru')).toBe('Сварщик')
  expect(it.says('other', 'ru')).toBe('Нет в списке')
})
