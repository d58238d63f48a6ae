import type { Update } from 'grammy/types'
import { expect, it } from 'vitest'
import { makeEarly } from './early.ts'

const update = (id: number): Update => ({ update_id: id })

it('what came before anything was said to the message before it could not know the question', () => {
  let now = 0
  const early = makeEarly(() => now)
  early.said(99, update(0))
  const [first, second, third] = [update(1), update(2), update(3)]
  early.received(first)
  now = 1
  early.received(second)
  now = 2
  early.said(7, first)
  now = 3
  early.received(third)
  early.said(7, first)
  expect([first, second, third].map((each) => early.isEarly(each, 7))).toEqual([true, true, false])
  expect(early.isEarly(second, 8)).toBe(false)
})

it('a message that comes again after a failure may be meant for what was said meanwhile', () => {
  let now = 0
  const early = makeEarly(() => now)
  early.said(99, update(0))
  const [first, second] = [update(1), update(2)]
  early.received(second)
  now = 1
  early.said(7, first)
  now = 2
  early.again(second)
  expect(early.isEarly(second, 7)).toBe(false)
})

it('what waited while the bot was away may answer what was shown before it went', () => {
  let now = 0
  const early = makeEarly(() => now)
  const [first, second] = [update(1), update(2)]
  early.received(first)
  early.received(second)
  now = 1
  early.said(7, first)
  expect(early.isEarly(second, 7)).toBe(false)
})
