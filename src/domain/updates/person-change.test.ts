import { expect, it } from 'vitest'
import { item } from '../requirements/item.ts'
import type { Item, Need } from '../requirements/item.ts'
import type { ItemStanding, ItemState } from '../documents/standing.ts'
import type { Standing } from '../requirements/standing-type.ts'
import { changesFor } from './person-change.ts'

const paper = (need: Need, more: Partial<Item> = {}, state: ItemState = 'open'): ItemStanding => ({ item: item('work', need, more.reason ?? `why.${need}`, more), state, pages: 0, uploads: [] })
const met = (state: Standing['state']): Standing => ({ requirement: 'experience', state, reason: `standing.${state}`, values: {}, clause: null })
const change = (before: ItemStanding[], after: ItemStanding[], from: Standing[] = [], to: Standing[] = []) => changesFor({ items: before, standings: from }, { items: after, standings: to })

it('a welder whose list is the same hears nothing, also when only the words of a reason he need not act on are others', () => {
  expect(change([paper('required')], [paper('required')], [met('meets')], [met('meets')])).toEqual([])
  expect(change([paper('not-needed', { reason: 'a' })], [paper('not-needed', { reason: 'b' })])).toEqual([])
  expect(change([], [paper('not-needed')])).toEqual([])
})

it('a paper newly required, or no longer, is told with its reason and clause', () => {
  const clause = { act: 'ETKS2', clause: '§ 52' }
  expect(change([paper('not-needed')], [paper('required', { clause })])).toMatchObject([{ kind: 'item', item: 'work', from: 'not-needed', to: 'required', reason: 'why.required', clause }])
  expect(change([paper('required')], [paper('not-needed')])).toMatchObject([{ from: 'required', to: 'not-needed' }])
  expect(change([paper('required')], [])).toMatchObject([{ from: 'required', to: null }])
})

it('still required, but another one: a higher education in place of a vocational one', () => {
  expect(change([paper('required', { values: { steps: 1, step1: 'tve' } })], [paper('required', { values: { steps: 1, step1: 'higher' } })])).toMatchObject([{ from: 'required', to: 'required' }])
})

it('what a person of the centre has accepted stays accepted and is not spoken of', () => {
  expect(change([paper('required', {}, 'accepted')], [paper('required', { values: { steps: 2 } }, 'accepted')])).toEqual([])
  expect(change([paper('required', {}, 'accepted')], [])).toEqual([])
})

it('a demand that is no longer met is told even when the papers are the same', () => {
  expect(change([paper('required')], [paper('required')], [met('meets')], [met('not')])).toMatchObject([{ kind: 'standing', requirement: 'experience', from: 'meets', to: 'not' }])
})

it('a special paper is spoken of once, not as a paper and as a requirement', () => {
  const special = (need: Need): ItemStanding => ({ item: item('special', need, 'why.special.named'), state: 'open', pages: 0, uploads: [] })
  const standing = (state: Standing['state']): Standing => ({ requirement: 'special', state, reason: 'r', values: {}, clause: null })
  expect(change([], [special('centre-decides')], [standing('meets')], [standing('human')])).toMatchObject([{ kind: 'item', item: 'special' }])
})
