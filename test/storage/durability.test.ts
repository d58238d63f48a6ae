import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectRedis, reachRedis, redisOptions, weakSettings } from '../../src/storage/redis.ts'
import { replayErasures, restore } from '../../src/storage/restore.ts'
import { mutedFact } from '../../src/domain/case/account.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { aCase, create, filled, makeBed, PERSON, type Bed } from './bed.ts'

async function loadedCatalogue() {
  const loaded = await loadCatalogue('catalogue')
  if (!loaded.ok) throw new Error('the catalogue has mistakes')
  return loaded
}

let bed: Bed
beforeAll(async () => { bed = await makeBed() })
afterAll(() => bed.end())

test('what was said to be saved outlives a kill -9 of Redis', async () => {
  const record = await create(bed)
  for (let revision = 0; revision < 20; revision += 1) {
    expect(await bed.store.save({ case: { ...record, openItem: `item-${revision}` }, expected: revision, update: revision })).toBe('saved')
  }
  await bed.server.kill9()
  await bed.server.restart()
  expect(await bed.store.load(record.id)).toMatchObject({ revision: 20, openItem: 'item-19' })
  expect(await bed.store.seen(19)).toBe(true)
})

test('a case that snapshots have is put back into an empty Redis', async () => {
  const hash = await bed.store.keepWords('ЖСН?')
  const iin = bed.store.fingerprint('iin', PERSON.iin)
  const born = await create(bed)
  await bed.store.save({ case: filled(born, [hash], iin), expected: 0, update: null, audit: [{ who: 'candidate', what: 'sent' }] })
  await bed.store.indexCase(born.id, { iin: PERSON.iin, phone: null })
  await bed.store.saveTopic(iin, { thread: 88, card: 89, icon: null, title: PERSON.name })
  const before = await bed.store.load(born.id)
  expect((await bed.snapshots.tick()).failed).toEqual([])
  expect(await bed.store.dirty(10)).toEqual([])
  await bed.redis.flushall()
  const later = bed.another()
  expect(await restore(later)).toMatchObject({ failed: [] })
  // One revision on: what was owed is asked for anew with it.
  expect(await later.store.load(born.id)).toEqual({ ...before, revision: (before?.revision ?? 0) + 1 })
  expect(await later.store.audit(born.id)).toMatchObject([{ what: 'sent' }])
  expect(await later.store.casesByFingerprint('iin', PERSON.iin)).toEqual([born.id])
  expect(await later.store.applicantOfTopic(88)).toBe(iin)
  expect(await later.store.queue()).toEqual([born.id])
  expect((await later.store.account(501))?.cases).toContain(born.id)
  expect(await later.store.words([hash])).toEqual({ [hash]: 'ЖСН?' })
  expect((await restore(later)).cases).toBe(0)
})

test('versions of the catalogue, what is planned and who wants no notices come back too', async () => {
  const { files } = await loadedCatalogue()
  const hash = await bed.versions.keep(files)
  const record = (n: number) => ({ n, hash, at: 1, by: 7, what: 'sent' as const, of: null })
  expect(await bed.versions.publish(record(1), null)).toBe('published')
  expect(await bed.versions.publish(record(2), 1)).toBe('published')
  expect(await bed.versions.publish(record(2), 1)).toBe('conflict')
  await bed.store.saveFact(mutedFact(501), '1')
  const born = await create(bed)
  await bed.store.save({ case: born, expected: 0, update: null })
  await bed.snapshots.tick()
  await bed.redis.flushall()
  const later = bed.another()
  expect(await restore(later)).toMatchObject({ failed: [] })
  expect((await later.versions.current())?.n).toBe(2)
  expect(await later.versions.list()).toHaveLength(2)
  expect((await later.versions.catalogue(hash))?.entries.size).toBe(126)
  expect(await later.store.account(501)).toMatchObject({ muted: true })
})

test('a case changed while its snapshot was written stays dirty', async () => {
  const record = await create(bed)
  await bed.store.save({ case: record, expected: 0, update: null })
  await bed.store.clean(record.id, 0)
  expect(await bed.store.dirty(10)).toContain(record.id)
})

test('an erasure is replayed when Redis comes back from an older backup', async () => {
  const record = await create(bed)
  const backup = { c: await bed.redis.hgetallBuffer(`q:c:${record.id}`), k: await bed.redis.getBuffer(`q:k:${record.id}`) }
  await bed.store.erase(record.id)
  await bed.redis.hset(`q:c:${record.id}`, backup.c)
  await bed.redis.set(`q:k:${record.id}`, backup.k!)
  expect(await bed.store.load(record.id)).not.toBeNull()
  expect(await replayErasures(bed)).toBe(1)
  expect(await bed.store.load(record.id)).toBeNull()
  expect(await bed.redis.exists(`q:k:${record.id}`)).toBe(0)
})

test('a number is never given twice, not even after Redis lost everything', async () => {
  const given: string[] = []
  const other = bed.another()
  given.push(...await Promise.all([bed.store.nextNumber(2026), other.store.nextNumber(2026), bed.store.nextNumber(2026)]))
  expect([...given].sort()).toEqual(['26-0001', '26-0002', '26-0003'])
  await bed.redis.flushall()
  given.push(await bed.store.nextNumber(2026), await bed.another().store.nextNumber(2026), await other.store.nextNumber(2026))
  expect(new Set(given).size).toBe(6)
  expect(await bed.store.nextNumber(2027)).toBe('27-0001')
})

test('an erased case cannot be written again by a process that still holds its key', async () => {
  const record = await create(bed, aCase())
  const other = bed.another()
  await other.vault.put(record.id, 'page.jpg', Buffer.from('x'))
  await bed.store.erase(record.id)
  await expect(other.vault.put(record.id, 'late.jpg', Buffer.from('x'))).rejects.toMatchObject({ code: 'key.gone' })
  expect(await other.vault.list(record.id)).toEqual([])
})

test('a Redis that is not there is named, without its password', async () => {
  const nowhere = connectRedis('redis://user:secret@127.0.0.1:1/2')
  await expect(reachRedis(nowhere, 300)).rejects.toThrow(/127\.0\.0\.1:1 .*ECONNREFUSED/)
  nowhere.disconnect()
  expect(redisOptions('rediss://u:p%40@redis.kz:6380/3')).toMatchObject({ host: 'redis.kz', port: 6380, db: 3, password: 'p@', tls: {} })
  expect(redisOptions('unix:///run/redis.sock?db=1')).toMatchObject({ path: '/run/redis.sock', db: 1 })
  await reachRedis(bed.redis, 2000)
  expect(await weakSettings(bed.redis)).toEqual([])
})

test('more cases than one handful are all in the vault after one tick', async () => {
  const ids = []
  for (let n = 0; n < 230; n += 1) ids.push((await create(bed)).id)
  const { written, failed } = await bed.snapshots.tick()
  expect(written).toBeGreaterThanOrEqual(230)
  expect(failed).toEqual([])
  expect(await bed.store.dirty(5)).toEqual([])
  expect(await bed.vault.has(ids[229]!, 'snapshot.json')).toBe(true)
})
