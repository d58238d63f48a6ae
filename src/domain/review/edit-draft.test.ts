import { expect, it } from 'vitest'
import { type DraftEdit, editDraft, newDraft, reasonsFor } from './edit-draft.ts'

const after = (...edits: DraftEdit[]) => edits.reduce(editDraft, newDraft(1, 7))

it('an item is pressed, gets a reason and is returned', () => {
  const draft = after({ kind: 'item', item: 'identity' }, { kind: 'reason', reason: 'cut' })
  expect(draft.returns).toEqual({ identity: 'cut' })
  expect(draft.picking).toBeNull()
})

it('pressed once more it is not returned after all', () => {
  const draft = after({ kind: 'item', item: 'identity' }, { kind: 'reason', reason: 'cut' }, { kind: 'item', item: 'identity' })
  expect(draft.returns).toEqual({})
})

it('back to the list chooses nothing', () => {
  expect(after({ kind: 'item', item: 'identity' }, { kind: 'list' })).toEqual(newDraft(1, 7))
})

it('a reason without an item, or one nobody knows, changes nothing', () => {
  expect(after({ kind: 'reason', reason: 'cut' }).returns).toEqual({})
  expect(after({ kind: 'item', item: 'work' }, { kind: 'reason', reason: 'ugly' }).returns).toEqual({})
})

it('a note ends the waiting for it', () => {
  const draft = after({ kind: 'ask', message: 12 }, { kind: 'note', text: 'тек диплом' })
  expect(draft.asking).toBeNull()
  expect(draft.note).toBe('тек диплом')
})

it('a paper that never came cannot be unreadable', () => {
  expect(reasonsFor(0)).toEqual(['missing', 'other'])
  expect(reasonsFor(2)).not.toContain('missing')
})
