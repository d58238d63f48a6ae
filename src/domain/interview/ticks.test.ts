import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTicks, tickedIds, ticksOf, toggled, writeTicks } from './ticks.ts'

const options = ['a', 'b', 'c', 'none'].map((id) => ({ id, label: { text: id } }))
const question = { alone: 'none' }

test('a press ticks, a second one unticks', () => {
  expect(tickedIds(options, toggled(question, options, 0, 1))).toEqual(['b'])
  expect(toggled(question, options, toggled(question, options, 0, 1), 1)).toBe(0)
})

test('"none" takes the others away, and any other takes "none"', () => {
  const two = ticksOf(options, ['a', 'b'])
  expect(tickedIds(options, toggled(question, options, two, 3))).toEqual(['none'])
  expect(tickedIds(options, toggled(question, options, ticksOf(options, ['none']), 2))).toEqual(['c'])
})

test('ticks travel in a button and come back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4095 }), (ticks) => { expect(readTicks(writeTicks(ticks))).toBe(ticks) }))
  for (const strange of ['', '~', '35', '~-1', '~zzzzzzzzzz', 'work-book']) expect(readTicks(strange)).toBeNull()
})
