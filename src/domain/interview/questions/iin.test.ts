import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { iin } from './iin.ts'

it('takes a number of either pass of the checksum, with spaces and words around it', () => {
  const it = asking(iin)
  expect(it.reads('900101 300 017')).toBe('900101300017')
  expect(it.reads('ЖСН: 900101300811')).toBe('900101300811')
  expect(it.reads('900101300018')).toBe('reading.iin.checksum')
  expect(it.reads('9001013000')).toBe('reading.iin.length')
})

it('who has none says so and goes on; a lone digit is no such answer', () => {
  const it = asking(iin)
  for (const words of ['ЖСН жоқ', 'нет ИИН', 'no iin', 'нет']) expect(it.reads(words)).toBe('no')
  expect(it.reads('1')).toBe('reading.iin.length')
  expect(it.says('no', 'ru')).toBe('Нет ИИН или не принят')
  expect(it.says('900101300017', 'kk')).toBe('900101300017')
})
