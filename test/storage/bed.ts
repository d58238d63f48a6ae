import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { newAccount } from '../../src/domain/case/account.ts'
import { newCase, type Case, type Upload } from '../../src/domain/case/case.ts'
import { newId } from '../../src/lib/ids.ts'
import { newKey } from '../../src/lib/seal.ts'
import type { PendingEffect } from '../../src/storage/effect-record.ts'
import { connectRedis } from '../../src/storage/redis.ts'
import { makeStorage, type Storage } from '../../src/storage/storage.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'

export const PERSON = { name: 'Сейітқали Ақмарал Жанатқызы', iin: '900101400018', phone: '+77015556677', place: 'Ақсу қаласы' }

export type Bed = Storage & {
  server: TestRedis
  redis: Redis
  dir: string
  vaultKey: Uint8Array
  effects: PendingEffect[]
  clock: { now(): number; today(): string }
  /** The same storage seen from another process. */
  another(change?: { vaultKey?: Uint8Array; vaultKeyOld?: Uint8Array }): Storage
  end(): Promise<void>
}

/** Real Redis, real folder. */
export async function makeBed(): Promise<Bed> {
  const server = await startRedis()
  const dir = await mkdtemp(join(tmpdir(), 'qujat-vault-'))
  const vaultKey = newKey()
  const effects: PendingEffect[] = []
  const clock = { now: () => Date.now(), today: () => '2026-11-23' }
  const connections = [connectRedis(server.url)]
  const options = (redis: Redis) => ({ redis, dir, vaultKey, clock, onEffects: (more: PendingEffect[]) => { effects.push(...more) } })
  const redis = connections[0]!
  return {
    ...makeStorage(options(redis)), server, redis, dir, vaultKey, effects, clock,
    another(change = {}) {
      const connection = connectRedis(server.url)
      connections.push(connection)
      return makeStorage({ ...options(connection), ...change })
    },
    async end() {
      for (const connection of connections) connection.disconnect()
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export function aCase(seed: Partial<Case> = {}): Case {
  const consent = { version: '1', hash: 'ab'.repeat(32), lang: 'kk' as const, at: 1_790_000_000_000, account: 501, name: PERSON.name, withdrawnAt: null }
  return { ...newCase({ id: newId(10), account: 501, lang: 'kk', catalogue: '3', consent, at: 1_790_000_000_000 }), ...seed }
}

export const create = async ({ store }: Pick<Storage, 'store'>, record: Case = aCase()): Promise<Case> => {
  const account = await store.account(record.account) ?? newAccount(record.account)
  await store.create({ case: record, account: { ...account, cases: [...account.cases, record.id], current: record.id }, update: null })
  return record
}

const answers = (hashes: string[]) => Object.fromEntries(hashes.map((q, n) => {
  const value = [PERSON.name, PERSON.iin, PERSON.phone, PERSON.place, 'yes', '1990-01-01', { from: '2014-05', to: '2019-11' }][n % 7]!
  return [`work.${n}.employer`, { v: value, q, l: 'kk' as const, at: 1_790_000_000_000 + n * 31_337 }]
}))

const upload = (n: number): Upload => ({
  id: newId(8), item: `diploma-${n}`, message: 4000 + n, batch: `1387${n}`, at: 1_790_000_100_000 + n, kind: 'photo', size: 183_220 + n,
  fileId: newId(80), uniqueId: newId(16), name: `${PERSON.name}.jpg`, state: 'stored', refusal: null, round: 1, original: `u${n}.jpg`,
  extension: 'jpg', sha256: newId(64), bytes: 183_220 + n, overruled: n % 4 === 0, removed: false,
  pages: [{ file: `u${n}-1.jpg`, width: 1280, height: 960, doubts: n % 4 ? [] : [{ reason: 'blurred', hard: false }], look: '', zoned: false, zone: null, corners: null, flat: false }],
})

/** A finished case: forty answers, eight uploads. */
export const filled = (record: Case, hashes: string[], applicant: string): Case => ({
  ...record, applicant, profession: 'welder', level: '4', number: '26-0001', status: 'sent', sentAt: 1_790_000_200_000,
  secret: { ...record.secret, answers: answers(hashes), uploads: Array.from({ length: 8 }, (_, n) => upload(n)), note: PERSON.name },
})
