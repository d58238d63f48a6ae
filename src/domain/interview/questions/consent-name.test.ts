import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { consentName } from './consent-name.ts'

it('asks for consent under the full name, for the law wants the name in it', () => {
  expect(asking(consentName, { name: 'Ахметов Асқар' }).asks('kk')).toMatch(/^Ахметов Асқар[^]*келісім/)
  expect(asking(consentName, { name: 'Ахметов Асқар', who: 'other' }).asks('ru')).toMatch(/этот человек согласен/)
})

it('yes confirms, no goes back to the name', () => {
  const it = asking(consentName, { name: 'Ахметов Асқар' })
  for (const words of ['Растаймын', 'иә', 'ия', 'да', 'yes', 'lf', '+']) expect(it.reads(words)).toBe('yes')
  for (const words of ['жоқ', 'нет', 'исправить имя', 'ytn']) expect(it.reads(words)).toBe('→ name')
})

it('is not asked where no name was told, and cannot be left open', () => {
  expect(asking(consentName, { name: { skipped: 'refused' } }).applies).toBe(false)
  expect(asking(consentName, { name: 'А Б' }).skips).toEqual([])
})
