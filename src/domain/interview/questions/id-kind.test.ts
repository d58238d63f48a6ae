import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { idKind } from './id-kind.ts'

it('offers what such a person mostly shows', () => {
  expect(asking(idKind, { citizenship: 'kz' }).options('kk')).toEqual(['Жеке куәлік', 'Паспорт', 'Басқа құжат'])
  expect(asking(idKind, { citizenship: 'refugee' }).options('ru')).toContain('Удост. беженца')
  expect(asking(idKind, { citizenship: { skipped: 'refused' } }).options('ru')).toHaveLength(8)
})

it('is answered in words too', () => {
  const it = asking(idKind, { citizenship: 'kz' })
  for (const words of ['жеке куалик', 'удостоверение', 'id card', '1']) expect(it.reads(words)).toBe('id-card')
  expect(it.says('passport', 'kk')).toBe('Паспорт')
})
