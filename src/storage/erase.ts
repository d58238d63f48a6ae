import type { Redis } from 'ioredis'
import type { CaseStore, Clock, Vault } from '../app/ports.ts'
import { Account } from '../domain/case/account.ts'
import { Plain } from '../domain/case/case.ts'
import { believe } from './case-codec.ts'
import type { Effects } from './effects.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/**
 * KEYS case, wrapped key, audit, draft, dirty, queue, numbers, topics, threads, name of iin sets, of phone sets,
 * of applicants' sets, snapshot counter, register, names; ARGV id. Reads the open part for number and applicant; the number stays, empty.
 */
const ERASE_SCRIPT = `
local old = redis.call('HMGET', KEYS[1], 'p', 'o', 'i', 'f')
for n = 2, 4 do
  local name = ({ KEYS[12], KEYS[10], KEYS[11] })[n - 1]
  if old[n] then redis.call('ZREM', name .. old[n], ARGV[1]) end
end
if old[2] and redis.call('ZCARD', KEYS[12] .. old[2]) == 0 and redis.call('HDEL', KEYS[8], old[2]) == 1 then
  if ARGV[2] ~= '' then redis.call('HDEL', KEYS[9], ARGV[2]) end
  redis.call('INCR', KEYS[13])
end
if old[1] then
  local number = cjson.decode(old[1]).number
  if type(number) == 'string' then redis.call('HSET', KEYS[7], number, '') end
end
redis.call('ZREM', KEYS[5], ARGV[1])
redis.call('ZREM', KEYS[6], ARGV[1])
redis.call('HDEL', KEYS[14], ARGV[1])
redis.call('HDEL', KEYS[15], ARGV[1])
return redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
`

/** KEYS account; ARGV as it was read, as it shall be. */
const SWAP_SCRIPT = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
`

type EraserOptions = {
  redis: Redis
  keys: RedisKeys
  vault: Vault
  clock: Clock
  store: Pick<CaseStore, 'topic'> & Pick<Effects, 'dropEffects'>
}

/** Name of the vault's record that a case was erased; read when a backup is put back. */
const erasureName = (id: string): string => `erased-${id}`

/** The case that a global file says was erased, if it says so. */
export const erasedCase = (name: string): string[] => (name.startsWith('erased-') ? [name.slice('erased-'.length)] : [])

/**
 * Erasing may be broken off anywhere and be done again: the record comes first, the key next, the rest is
 * unreadable from then on.
 */
export function makeEraser({ redis, keys, vault, clock, store }: EraserOptions): Pick<CaseStore, 'erase'> {
  const script = makeScript(redis, ERASE_SCRIPT)
  const swap = makeScript(redis, SWAP_SCRIPT)

  const dropFromAccount = async (account: number, id: string): Promise<void> => {
    const key = keys.account(account)
    for (;;) {
      const text = await redis.get(key)
      const before = text === null ? null : believe(Account, JSON.parse(text), 'account')
      if (!text || !before || (!before.cases.includes(id) && before.current !== id)) return
      if (await swap([key], [text, JSON.stringify(without(before, id))]) === 1) return
    }
  }

  return {
    async erase(id) {
      await vault.putGlobal(erasureName(id), Buffer.from(JSON.stringify({ case: id, at: clock.now() })))
      await vault.erase(id)
      await store.dropEffects(id)
      await dropNotes(redis, keys, id)
      const { account, applicant } = await pointers(redis, keys, id)
      if (account !== null) await dropFromAccount(account, id)
      const topic = applicant === null ? null : await store.topic(applicant)
      const { found, applicant: applicants } = keys
      await script([
        keys.case(id), keys.key(id), keys.audit(id), keys.draft(id), keys.dirty, keys.queue, keys.numbers, keys.topics,
        keys.threads, found('iin', ''), found('phone', ''), applicants(''), keys.globals,
        keys.register, keys.names,
      ], [id, topic ? topic.thread : ''])
    },
  }
}

/** Notes go by themselves; those that name the case need not outlive it. */
async function dropNotes(redis: Redis, keys: RedisKeys, id: string): Promise<void> {
  for await (const found of redis.scanStream({ match: keys.note(`*.${id}*`), count: 1000 })) {
    const names: string[] = found
    if (names.length > 0) await redis.del(...names)
  }
}

const without = (account: Account, id: string): Account => ({
  ...account, cases: account.cases.filter(other => other !== id), current: account.current === id ? null : account.current,
})

/** From the open part of the case: its key is already gone. */
async function pointers(redis: Redis, keys: RedisKeys, id: string): Promise<{ account: number | null; applicant: string | null }> {
  const text = await redis.hget(keys.case(id), 'p')
  const plain = text === null ? null : Plain.pick({ account: true, applicant: true }).parse(JSON.parse(text))
  return plain ?? { account: null, applicant: null }
}
