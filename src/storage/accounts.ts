import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import { Account } from '../domain/case/account.ts'
import { believe } from './case-codec.ts'
import type { RedisKeys } from './redis-keys.ts'

/** Accounts hold no word about a person: chat id, language, ids of cases. They do not expire. */
export function makeAccounts({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pick<CaseStore, 'account' | 'accounts' | 'saveAccount'> {
  return {
    async account(id) {
      const text = await redis.get(keys.account(id))
      return text === null ? null : believe(Account, JSON.parse(text), 'account')
    },
    async accounts(ids) {
      const texts = ids.length > 0 ? await redis.mget(...ids.map(keys.account)) : []
      return texts.map((text) => (text === null ? null : believe(Account, JSON.parse(text), 'account')))
    },
    async saveAccount(account) {
      await redis.set(keys.account(account.id), JSON.stringify(account))
    },
  }
}
