import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '../../src/lib/seal.ts'
import { aCase, create, makeBed, type Bed } from './bed.ts'

let bed: Bed
beforeAll(async () => { bed = await makeBed() })
afterAll(() => bed.end())

describe('a case', () => {
  test('comes back as it was put, with its account', async () => {
    const record = await create(bed)
    expect(await bed.store.load(record.id)).toEqual(record)
    expect((await bed.store.account(501))?.current).toBe(record.id)
  })

  test('written by two at once is written by one', async () => {
    const record = await create(bed)
    const other = bed.another()
    const change = { case: record, expected: 0, update: null }
    const results = await Promise.all([bed.store.save(change), other.store.save(change), bed.store.save(change)])
    expect(results.sort()).toEqual(['conflict', 'conflict', 'saved'])
    expect((await bed.store.load(record.id))?.revision).toBe(1)
  })

  test('that nobody made is gone', async () => {
    expect(await bed.store.save({ case: aCase(), expected: 0, update: null })).toBe('gone')
    expect(await bed.store.load('nobody')).toBeNull()
  })

  test('marks the update in the same step as the change, and not when the change is refused', async () => {
    const record = await create(bed)
    expect(await bed.store.save({ case: record, expected: 5, update: 900_000_001 })).toBe('conflict')
    expect(await bed.store.seen(900_000_001)).toBe(false)
    await bed.store.save({ case: record, expected: 0, update: 900_000_001, audit: [{ who: 'candidate', what: 'answer iin' }] })
    expect(await bed.store.seen(900_000_001)).toBe(true)
    expect(await bed.store.audit(record.id)).toMatchObject([{ who: 'candidate', what: 'answer iin', revision: 1 }])
    await bed.store.markSeen(900_000_002)
    expect(await bed.store.seen(900_000_002)).toBe(true)
  })

  test('stands in the queue only while it is sent and nobody has it', async () => {
    const later = await create(bed, aCase({ status: 'sent', sentAt: 2000 }))
    const earlier = await create(bed, aCase({ status: 'sent', sentAt: 1000 }))
    expect(await bed.store.queue()).toEqual([earlier.id, later.id])
    await bed.store.save({ case: { ...earlier, reviewer: 7, status: 'review' }, expected: 0, update: null })
    expect(await bed.store.queue()).toEqual([later.id])
    await bed.store.save({ case: { ...later, status: 'closed' }, expected: 0, update: null })
    expect(await bed.store.queue()).toEqual([])
  })

  test('is found by number, by IIN and by applicant, and moves when the IIN is corrected', async () => {
    const wrong = bed.store.fingerprint('iin', '111111111111')
    const right = bed.store.fingerprint('iin', '222222222222')
    expect(wrong).not.toBe(bed.store.fingerprint('phone', '111111111111'))
    const record = await create(bed, aCase({ applicant: wrong, number: '26-7777' }))
    await bed.store.indexCase(record.id, { iin: '111111111111', phone: null })
    expect(await bed.store.casesByFingerprint('iin', '111111111111')).toEqual([record.id])
    await bed.store.indexCase(record.id, { iin: right, phone: null })
    await bed.store.save({ case: { ...record, applicant: right }, expected: 0, update: null })
    expect(await bed.store.casesByFingerprint('iin', '111111111111')).toEqual([])
    expect(await bed.store.casesByFingerprint('iin', '222222222222')).toEqual([record.id])
    expect(await bed.store.casesOf(wrong)).toEqual([])
    expect(await bed.store.casesOf(right)).toEqual([record.id])
    expect((await bed.store.byNumber('26-7777'))?.id).toBe(record.id)
  })

  test('opens after the vault key was changed, and is still found', async () => {
    const record = await create(bed)
    await bed.store.indexCase(record.id, { iin: '333333333333', phone: null })
    await bed.store.saveTopic('someone', { thread: 5, card: null, icon: null, title: 'А' })
    const changed = bed.another({ vaultKey: newKey(), vaultKeyOld: bed.vaultKey })
    expect(await changed.store.load(record.id)).toEqual(record)
    expect(await changed.store.casesByFingerprint('iin', '333333333333')).toEqual([record.id])
    expect((await changed.store.topic('someone'))?.title).toBe('А')
    const stranger = bed.another({ vaultKey: newKey() })
    await expect(stranger.store.load(record.id)).rejects.toThrow()
  })
})

test('a draft and a topic come back, a removed draft does not', async () => {
  const record = await create(bed)
  const draft = { round: 1, reviewer: 7, message: 12, picking: null, returns: { diploma: 'cut' as const }, note: 'бұлыңғыр' }
  await bed.store.saveDraft(record.id, draft)
  expect(await bed.store.draft(record.id)).toEqual(draft)
  await bed.store.saveDraft(record.id, null)
  expect(await bed.store.draft(record.id)).toBeNull()
  await bed.store.saveTopic('a1', { thread: 40, card: 41, icon: 'x', title: 'Ақмарал' })
  await bed.store.saveTopic('a1', { thread: 50, card: 51, icon: 'x', title: 'Ақмарал' })
  expect(await bed.store.applicantOfTopic(50)).toBe('a1')
  expect(await bed.store.applicantOfTopic(40)).toBeNull()
})

test('the words of a question are kept once', async () => {
  const hash = await bed.store.keepWords('Аты-жөніңіз?')
  expect(await bed.another().store.keepWords('Аты-жөніңіз?')).toBe(hash)
  expect(await bed.store.words([hash, 'unknown'])).toEqual({ [hash]: 'Аты-жөніңіз?' })
})

test('an erased case leaves its number behind and nothing else', async () => {
  await bed.redis.flushall()
  const record = await create(bed, aCase({ account: 777, applicant: 'p1', number: '26-0042', status: 'sent', sentAt: 1 }))
  await bed.store.indexCase(record.id, { iin: '444444444444', phone: '+7701' })
  await bed.store.saveTopic('p1', { thread: 9, card: null, icon: null, title: null })
  await bed.store.save({ case: record, expected: 0, update: null, audit: [{ who: 'x', what: 'y' }], effects: [{ kind: 'card', case: record.id }] })
  await bed.vault.put(record.id, 'a.jpg', Buffer.from('x'))
  await bed.store.erase(record.id)
  const left = (await bed.redis.keys('*')).sort()
  expect(left).toEqual(['q:a:777', 'q:gr', 'q:nm'])
  expect(await bed.redis.hgetall('q:nm')).toEqual({ '26-0042': '' })
  expect(await bed.store.account(777)).toMatchObject({ cases: [], current: null })
  expect(await bed.store.byNumber('26-0042')).toBeNull()
  expect(await bed.vault.list(record.id)).toEqual([])
  expect(await bed.vault.globals()).toContain(`erased-${record.id}`)
  expect(await bed.store.save({ case: record, expected: 1, update: null })).toBe('gone')
  expect(await bed.another().store.save({ case: record, expected: 1, update: null })).toBe('gone')
})
