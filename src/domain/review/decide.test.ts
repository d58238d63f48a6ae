import { expect, it } from 'vitest'
import { type Case, newCase, type Upload } from '../case/case.ts'
import { standingsOf } from '../documents/standing.ts'
import { item } from '../requirements/item.ts'
import { accepted, decisionsOf, returned } from './decide.ts'
import { newDraft } from './edit-draft.ts'
import { refuseDecision, refuseGiveBack, refuseTake } from './permission.ts'

const consent = { version: '1', hash: 'h', lang: 'kk' as const, at: 1, account: 5, name: null, withdrawnAt: null }
const by = { name: 'Гүлнар', at: 100, now: 100_000 }
const list = [item('application', 'required', 'why', { uploadable: false }), item('identity', 'required', 'why'), item('education', 'required', 'why'), item('other', 'optional', 'why')]

const upload = (kind: string): Upload => ({
  id: kind, item: kind, message: 1, batch: 'b', at: 1, fileId: '', uniqueId: kind, kind: 'photo', size: null, name: null, state: 'stored', refusal: null,
  round: 1, original: 'o', extension: 'jpg', sha256: 'x', bytes: 1, pages: [], overruled: false, removed: false,
})

function inReview(change: Partial<Case> = {}): Case {
  const found = { ...newCase({ id: 'abc', account: 5, lang: 'kk', catalogue: '1', consent, at: 0 }), status: 'review' as const, reviewer: 7, revision: 9, stamp: 4 }
  found.secret = { ...found.secret, reviewerName: 'Гүлнар', uploads: [upload('identity'), upload('other')] }
  return { ...found, ...change }
}

it('accepting all accepts every paper that has pages, and only those', () => {
  const found = inReview()
  const done = accepted(found, standingsOf(found, list), by)
  expect(done.status).toBe('accepted')
  expect(done.items).toEqual({ identity: 'accepted', other: 'accepted' })
  expect(done.secret.decisions).toHaveLength(2)
  expect(done.secret.decisions[0]).toMatchObject({ by: 'Гүлнар', round: 1, reason: null })
})

it('one paper goes back with its reason, the rest stays accepted, a new round begins', () => {
  const found = inReview()
  const draft = { ...newDraft(1, 7), returns: { identity: 'cut' as const, education: 'missing' as const }, note: 'тек бет' }
  const done = returned(found, standingsOf(found, list), { draft, by })
  expect(done).toMatchObject({ status: 'returned', round: 2, reviewer: null, items: { identity: 'returned', education: 'returned', other: 'accepted' } })
  expect(done.secret.note).toBe('тек бет')
  expect(decisionsOf(done, 1).map(({ item: id, verdict, reason }) => [id, verdict, reason])).toEqual([
    ['other', 'accepted', null], ['identity', 'returned', 'cut'], ['education', 'returned', 'missing'],
  ])
})

it('a paper nobody may demand and nobody sent cannot be returned', () => {
  const found = inReview({ secret: { ...inReview().secret, uploads: [] } })
  const draft = { ...newDraft(1, 7), returns: { other: 'missing' as const } }
  expect(returned(found, standingsOf(found, list), { draft, by }).items).toEqual({})
})

it('the loser of a race for a case hears who has it', () => {
  expect(refuseTake(inReview(), { revision: 4, reviewer: 8 })).toEqual({ ok: false, reason: 'taken', by: 'Гүлнар' })
  expect(refuseTake(inReview({ status: 'sent', reviewer: null }), { revision: 4, reviewer: 8 })).toBeNull()
})

it('a button of last week decides nothing', () => {
  expect(refuseTake(inReview({ status: 'sent' }), { revision: 3, reviewer: 8 })?.reason).toBe('stale')
  expect(refuseDecision(inReview(), { revision: 3, reviewer: 7 })?.reason).toBe('stale')
  expect(refuseDecision(inReview({ status: 'accepted' }), { revision: 4, reviewer: 7 })?.reason).toBe('stale')
})

it('only who has the case decides; anybody may give it back', () => {
  expect(refuseDecision(inReview(), { revision: 4, reviewer: 8 })?.reason).toBe('not-yours')
  expect(refuseDecision(inReview(), { revision: 4, reviewer: 7 })).toBeNull()
  expect(refuseGiveBack(inReview(), { revision: 4, reviewer: 8 })).toBeNull()
})
