import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { levelText } from './level-text.ts'

it('is asked where the list has no such grade; who does not know it goes on', () => {
  expect(asking(levelText, { level: 'other' }).applies).toBe(true)
  expect(asking(levelText, { profession: 'other' }).applies).toBe(true)
  expect(asking(levelText, { level: 'g5' }).applies).toBe(false)
  expect(asking(levelText).reads('8')).toBe('8')
  expect(asking(levelText).skips).toEqual(['unknown'])
})
