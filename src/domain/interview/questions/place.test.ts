import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { place } from './place.ts'

it('takes the address as it is written', () => {
  expect(asking(place).reads('Ақсу қаласы,\nАбай к-сі 1')).toBe('Ақсу қаласы,\nАбай к-сі 1')
  expect(asking(place).reads('А')).toBe('reading.text.short')
  expect(asking(place, { who: 'other' }).asks('ru')).toMatch(/этот человек/)
})
