import { expect, it } from 'vitest'
import { inParts } from './parts.ts'

it('a large case is split into parts below the limit, in order, nothing lost', () => {
  const page = (file: string) => ({ file })
  const paper = { title: 'D', facts: [{ label: 'a', value: 'b' }], sections: [], contents: 'C', groups: [{ heading: 'one', note: 'n', pages: ['a', 'b', 'c'].map(page) }, { heading: 'two', pages: ['d', 'e'].map(page) }] } as never
  const parts = inParts(paper, new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [name, 4])), 9)
  expect(parts.map(({ title, groups }) => [title, groups.map(({ heading, pages }) => [heading, pages.map(({ file }) => file).join('')])])).toEqual([
    ['D · 1 / 3', [['one', 'ab']]], ['D · 2 / 3', [['one', 'c'], ['two', 'd']]], ['D · 3 / 3', [['two', 'e']]],
  ])
  expect(parts.map(({ facts, contents }) => [facts.length, contents])).toEqual([[1, 'C'], [0, undefined], [0, undefined]])
})
