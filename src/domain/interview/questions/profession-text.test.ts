import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { professionText } from './profession-text.ts'

it('is asked of those whose trade is not in the list, in their own words', () => {
  expect(asking(professionText, { profession: 'other' }).applies).toBe(true)
  expect(asking(professionText, { profession: 'welder' }).applies).toBe(false)
  const it = asking(professionText)
  expect(it.reads('  газорезчик   подводный ')).toBe('газорезчик подводный')
  expect(it.reads('ж')).toBe('reading.text.short')
  expect(it.says('су асты кескіші', 'kk')).toBe('су асты кескіші')
})
