import { expect, it } from 'vitest'
import type { Page } from '../case/case.ts'
import { missingSide } from './sides.ts'

const page = (zoned: boolean, zone: Page['zone'] = null): Page => ({ file: 'p', width: 1, height: 1, doubts: [], look: '', zoned, zone, corners: null, flat: false })

it('one side of a card wants the other, by the lines on its back', () => {
  expect(missingSide([page(false)], 'id-card')).toBe('back')
  expect(missingSide([page(true)], 'id-card')).toBe('front')
  expect(missingSide([page(true), page(true)], 'id-card')).toBe('front')
  expect(missingSide([page(false), page(true)], 'id-card')).toBeNull()
})

it('a passport has one page, told or seen', () => {
  expect(missingSide([page(true)], 'passport')).toBeNull()
  expect(missingSide([page(true, { format: 'TD3', country: 'KAZ', surname: '', given: '' })], undefined)).toBeNull()
})

it('two pages whose lines could not be seen are not doubted', () => {
  expect(missingSide([page(false), page(false)], 'id-card')).toBeNull()
  expect(missingSide([], 'id-card')).toBeNull()
})
