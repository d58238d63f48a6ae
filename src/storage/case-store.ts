import type { Redis } from 'ioredis'
import type { CaseStore, Clock, Vault } from '../app/ports.ts'
import { makeAccounts } from './accounts.ts'
import { makeCases, type Cases } from './cases.ts'
import { makeDirty } from './dirty.ts'
import { makeDrafts } from './drafts.ts'
import type { PendingEffect } from './effect-record.ts'
import { makeEffects, type Effects } from './effects.ts'
import { makeEraser } from './erase.ts'
import { makeIndexes, type Indexes } from './indexes.ts'
import type { Keyring } from './keys.ts'
import { makeNumbers } from './numbers.ts'
import { makeRegister, type Register } from './register.ts'
import { makeRestamp } from './restamp.ts'
import { redisKeys } from './redis-keys.ts'
import { makeTopics, type Topics } from './topics.ts'
import { makeUpdates } from './updates.ts'
import { makeWords } from './words.ts'

export type CaseStoreOptions = {
  redis: Redis
  keyring: Keyring
  vault: Vault
  clock: Clock
  /** First part of every name in Redis; 'q:' by default, the same as the keyring's. */
  prefix?: string | undefined
  /** Called after a change was saved, with what it asks for: dispatch it, do not wait. */
  onEffects?: ((effects: PendingEffect[]) => void) | undefined
}

/** The port, and what only the worker, the snapshots and the restoring need. */
export type RedisCaseStore = CaseStore & Pick<Cases, 'putBack' | 'known'> & Pick<Effects, 'beginEffect' | 'leaveEffect'>
  & Pick<Indexes, 'indexOf' | 'indexWith'> & Pick<Register, 'registered' | 'lostNames' | 'enter' | 'allCases'> & Pick<Topics, 'globalRevision' | 'globalState'>

/** The working memory in Redis. Everything that is words about a person is sealed before it leaves the process. */
export function makeCaseStore({ redis, keyring, vault, clock, prefix, onEffects }: CaseStoreOptions): RedisCaseStore {
  const keys = redisKeys(prefix)
  const parts = { redis, keys, keyring, vault, clock, onEffects }
  const store = {
    ...makeAccounts(parts), ...makeCases(parts), ...makeUpdates(parts), ...makeWords(parts), ...makeNumbers(parts),
    ...makeIndexes(parts), ...makeTopics(parts), ...makeDrafts(parts), ...makeEffects(parts), ...makeDirty(parts), ...makeRegister(parts), ...makeRestamp(parts),
  }
  return { ...store, ...makeEraser({ ...parts, store }) }
}
