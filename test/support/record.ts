import { Redis } from 'ioredis'
import type { Topic } from '../../src/app/ports.ts'
import type { Account } from '../../src/domain/case/account.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { makeStorage, type Storage } from '../../src/storage/storage.ts'

/** Whose record is looked at: the product in this process or one of its own. */
export type Kept = { redis: { url: string }; vaultDir: string; config: { vaultKey: Uint8Array } }

export async function peek<T>(kept: Kept, look: (storage: Storage) => Promise<T>): Promise<T> {
  const redis = new Redis(kept.redis.url)
  try {
    return await look(makeStorage({ redis, dir: kept.vaultDir, vaultKey: kept.config.vaultKey, clock: systemClock('Asia/Almaty') }))
  } finally {
    redis.disconnect()
  }
}

export const accountOf = (kept: Kept, id: number): Promise<Account | null> => peek(kept, ({ store }) => store.account(id))

/** The case a person is in, as the record has it. */
export async function caseOf(kept: Kept, id: number): Promise<Case> {
  const found = await peek(kept, async ({ store }) => store.load((await store.account(id))?.current ?? ''))
  if (!found) throw new Error(`no case of ${id}`)
  return found
}

/** The topic on record for the applicant of that case. */
export async function recordedTopic(kept: Kept, id: number): Promise<Topic | null> {
  const { applicant } = await caseOf(kept, id)
  return applicant === null ? null : peek(kept, ({ store }) => store.topic(applicant))
}

/** What a lost disk or a wrong command does to the working memory. */
export async function emptyRedis(kept: Pick<Kept, 'redis'>): Promise<void> {
  const redis = new Redis(kept.redis.url)
  await redis.flushall()
  redis.disconnect()
}
