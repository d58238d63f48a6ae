import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { name } from './name.ts'

it('reads names in Kazakh letters, with hyphens, written small, and a single one', () => {
  const it = asking(name)
  expect(it.reads('ахметов асқар болатұлы')).toBe('Ахметов Асқар Болатұлы')
  expect(it.reads('Сейткали-Иванова Әйгерім')).toBe('Сейткали-Иванова Әйгерім')
  expect(it.reads('Сукарно')).toBe('Сукарно')
  expect(it.reads('Akhmetov Askar')).toBe('Akhmetov Askar')
  expect(it.reads('Ахметов 2')).toBe('reading.name.digits')
})

it('understands a name typed on a keyboard left in English', () => {
  expect(asking(name).reads('F[vtnjd Cthbr')).toBe('Ахметов Серик')
  expect(asking(name).reads('Bdfyjd Bdfy')).toBe('Иванов Иван')
})

it('asks a helper for the name of the other person', () => {
  expect(asking(name, { who: 'other' }).asks('ru')).toMatch(/этого человека/)
  expect(asking(name, { who: 'self' }).asks('kk')).toMatch(/Тегіңіз/)
})
