import { expect, it } from 'vitest'
import { newCase, type Upload } from '../case/case.ts'
import { standingsOf } from '../documents/standing.ts'
import { item } from '../requirements/item.ts'
import { bundlesOf, isWaiting, originalName } from './bundles.ts'
import { eventOf } from './event.ts'
import { masked } from './masked.ts'
import { staffNames } from './staff-names.ts'

const consent = { version: '1', hash: 'h', lang: 'kk' as const, at: 1, account: 5, name: null, withdrawnAt: null }

const upload = (id: string, more: Partial<Upload>): Upload => ({
  id, item: null, message: 1, batch: 'b', at: 1, fileId: '', uniqueId: id, kind: 'photo', size: null, name: null, state: 'stored', refusal: null,
  round: 1, original: `original-${id}.jpg`, extension: 'jpg', sha256: 'x', bytes: 1, pages: [], overruled: false, removed: false, ...more,
})

function withUploads(uploads: Upload[]) {
  const found = newCase({ id: 'abc', account: 5, lang: 'kk', catalogue: '1', consent, at: 0 })
  found.secret.uploads = uploads
  const items = standingsOf(found, [item('application', 'required', 'why', { uploadable: false }), item('identity', 'required', 'why'), item('work', 'optional', 'why')])
  return { found, bundles: bundlesOf(found, items) }
}

it('originals are named by their place in the checklist', () => {
  const { bundles } = withUploads([upload('b', { item: 'work', message: 9 }), upload('a2', { item: 'identity', message: 3 }), upload('a1', { item: 'identity', message: 2, extension: 'pdf' })])
  expect(bundles.map((bundle) => bundle.uploads.map((_, index) => originalName(bundle, index)))).toEqual([['01-identity-1.pdf', '01-identity-2.jpg'], ['02-work-1.jpg']])
})

it('a page without a home comes last and is not lost', () => {
  const { bundles } = withUploads([upload('x', {}), upload('y', { item: 'gone-from-the-list' }), upload('z', { removed: true })])
  expect(bundles).toHaveLength(1)
  expect(bundles[0]?.uploads.map(({ id }) => id)).toEqual(['x', 'y'])
  expect(originalName(bundles[0]!, 1)).toBe('03-unsorted-2.jpg')
})

it('a removed picture keeps nobody waiting', () => {
  expect(isWaiting(withUploads([upload('a', { state: 'waiting', removed: true })]).found)).toBe(false)
  expect(isWaiting(withUploads([upload('a', { state: 'waiting' })]).found)).toBe(true)
})

it('an IIN on the card shows its last four digits only', () => expect(masked('900101300017')).toBe('••••••••0017'))

it('the audit is read as events; an unknown line stays what it is', () => {
  expect(eventOf({ who: 'candidate', what: 'sent.2' })).toEqual({ name: 'sent', who: 'candidate', staff: null, detail: '2' })
  expect(eventOf({ who: 'staff.77', what: 'taken.1' })).toMatchObject({ name: 'taken', who: 'staff', staff: '77' })
  expect(eventOf({ who: 'sweep', what: 'exported.x' })).toEqual({ name: 'other', who: 'system', staff: null, detail: 'exported.x' })
})

it('a page that was returned as worthless is not among the pages, even of an item that left the list', () => {
  const { found, bundles } = withUploads([upload('old', { item: 'gone-from-the-list' }), upload('new', { item: 'gone-from-the-list', round: 2 })])
  found.secret.decisions = [{ item: 'gone-from-the-list', verdict: 'returned', reason: 'unreadable', by: 'Айгүл', at: 1, round: 1 }]
  expect(bundles[0]?.uploads.map(({ id }) => id)).toEqual(['old', 'new'])
  expect(bundlesOf(found, [])[0]?.uploads.map(({ id }) => id)).toEqual(['new'])
})

it('the audit knows a colleague by id; a decision or the case in hand tells the name', () => {
  const { found } = withUploads([])
  found.secret.decisions = [{ item: 'identity', verdict: 'returned', reason: 'cut', by: 'Айгүл', at: 1, round: 1 }]
  const names = staffNames({ ...found, reviewer: 9, secret: { ...found.secret, reviewerName: 'Ерлан' } }, [{ who: 'staff.7', what: 'taken.1' }, { who: 'staff.7', what: 'returned.1' }, { who: 'staff.8', what: 'taken.2' }])
  expect([...names]).toEqual([['7', 'Айгүл'], ['9', 'Ерлан']])
})
