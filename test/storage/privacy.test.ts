import { afterAll, beforeAll, expect, test } from 'vitest'
import { create, filled, makeBed, PERSON, type Bed } from './bed.ts'

let bed: Bed
beforeAll(async () => { bed = await makeBed() })
afterAll(() => bed.end())

/** A case of forty answers and eight uploads as it comes about: some seventy updates, each with its audit line. */
async function live(): Promise<string> {
  const hashes = await Promise.all(Array.from({ length: 40 }, (_, n) => bed.store.keepWords(`Сұрақ ${n}?`)))
  const applicant = bed.store.fingerprint('iin', PERSON.iin)
  const record = await create(bed)
  const done = filled(record, hashes, applicant)
  for (let revision = 0; revision < 70; revision += 1) {
    const effects = revision === 69 ? [{ kind: 'card' as const, case: record.id }] : []
    await bed.store.save({
      case: done, expected: revision, update: 700_000_000 + revision, audit: [{ who: 'candidate', what: 'answer' }], effects,
    })
  }
  await bed.store.indexCase(record.id, { iin: PERSON.iin, phone: PERSON.phone })
  await bed.store.saveTopic(applicant, { thread: 3, card: 4, icon: null, title: PERSON.name })
  await bed.store.saveDraft(record.id, { round: 1, reviewer: 7, message: null, picking: null, returns: {}, note: PERSON.name })
  return record.id
}

/** Every name and value, as Redis would give them to a thief. */
async function dump(): Promise<Buffer> {
  const parts: Buffer[] = []
  for (const key of await bed.redis.keys('*')) {
    parts.push(Buffer.from(key), await contents(key))
  }
  return Buffer.concat(parts)
}

async function contents(key: string): Promise<Buffer> {
  const { redis } = bed
  switch (await redis.type(key)) {
    case 'string': return await redis.getBuffer(key) ?? Buffer.alloc(0)
    case 'hash': return Buffer.concat(Object.entries(await redis.hgetallBuffer(key)).flatMap(([name, value]) => [Buffer.from(name), value]))
    case 'list': return Buffer.concat(await redis.lrangeBuffer(key, 0, -1))
    case 'set': return Buffer.concat(await redis.smembersBuffer(key))
    default: return Buffer.concat(await redis.zrangeBuffer(key, 0, '-1'))
  }
}

test('a dump of Redis shows no name, no IIN, no phone, and a finished case takes less than 12 KB', async () => {
  const empty = await used()
  const id = await live()
  const seen = await dump()
  expect(seen.includes(id)).toBe(true)
  for (const word of [...Object.values(PERSON), ...PERSON.name.split(' '), PERSON.phone.slice(1)]) expect(seen.includes(word)).toBe(false)
  const sizes = await used()
  const total = sum(sizes) - sum(empty)
  console.log('bytes of a finished case:', total, JSON.stringify(sizes))
  expect(total).toBeLessThan(12 * 1024)
})

test('what loading and saving a case costs', async () => {
  const hashes = Array.from({ length: 40 }, (_, n) => `${n}`.padStart(12, '0'))
  const record = await create(bed)
  const done = filled(record, hashes, record.id)
  const turn = async (revision: number) => {
    await bed.store.save({ case: done, expected: revision, update: 1000 + revision, audit: [{ who: 'candidate', what: 'answer' }] })
    await bed.store.load(record.id)
  }
  for (let revision = 0; revision < 500; revision += 1) await turn(revision)
  const from = process.cpuUsage()
  for (let revision = 500; revision < 2500; revision += 1) await turn(revision)
  const { user, system } = process.cpuUsage(from)
  console.log(`load + save of 40 answers and 8 uploads: ${((user + system) / 2000).toFixed(0)} µs of CPU`)
})

async function used(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const key of await bed.redis.keys('*')) {
    // The words of the questions are there once for all cases.
    if (key !== 'q:w') sizes[key] = await bed.redis.memory('USAGE', key, 'SAMPLES', 0) ?? 0
  }
  return sizes
}

const sum = (sizes: Record<string, number>): number => Object.values(sizes).reduce((a, b) => a + b, 0)
