import type { Redis } from 'ioredis'
import type { CaseStore, Clock } from '../app/ports.ts'
import { keyedHash } from '../lib/seal.ts'
import type { Keyring } from './keys.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'

/** KEYS case, new iin set, new phone set, iin sets' name, phone sets' name; ARGV id, now, iin hash, phone hash ('' for none). */
const INDEX_SCRIPT = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
local old = redis.call('HMGET', KEYS[1], 'i', 'f')
for n, field in ipairs({ 'i', 'f' }) do
  local hash = ARGV[2 + n]
  if old[n] and old[n] ~= hash then redis.call('ZREM', KEYS[3 + n] .. old[n], ARGV[1]) end
  if hash == '' then redis.call('HDEL', KEYS[1], field)
  elseif old[n] ~= hash then
    redis.call('HSET', KEYS[1], field, hash)
    redis.call('ZADD', KEYS[1 + n], ARGV[2], ARGV[1])
  end
end
return 'done'
`

export type Found = { iin: string | null; phone: string | null }

export type Indexes = Pick<CaseStore, 'fingerprint' | 'casesByFingerprint' | 'indexCase' | 'queue' | 'casesOf'> & {
  /** The fingerprints a case is found by. */
  indexOf(id: string): Promise<Found>
  /** Takes the lasting keys instead of those derived from VAULT_KEY: before anything is indexed. */
  indexWith(keys: IndexKeys): void
}

/** 32 bytes each. */
export type IndexKeys = { iin: Buffer; phone: Buffer }

/** What cases are found by, without showing it. */
export function makeIndexes({ redis, keys, keyring, clock }: { redis: Redis; keys: RedisKeys; keyring: Keyring; clock: Clock }): Indexes {
  const script = makeScript(redis, INDEX_SCRIPT)
  let hashKeys: Record<'iin' | 'phone', [Buffer, ...Buffer[]]> = { iin: keyring.derived('fingerprint.iin'), phone: keyring.derived('fingerprint.phone') }
  const fingerprint: Indexes['fingerprint'] = (kind, value) => keyedHash(hashKeys[kind][0], value)
  const given = (kind: 'iin' | 'phone', value: string | null) =>
    value === null ? '' : isFingerprint(value) ? value : fingerprint(kind, value)
  return {
    fingerprint,
    indexWith(lasting) { hashKeys = { iin: [lasting.iin, ...hashKeys.iin], phone: [lasting.phone, ...hashKeys.phone] } },
    async casesByFingerprint(kind, value) {
      // After a change of VAULT_KEY the cases of before are still found by their old fingerprint.
      const hashes = isFingerprint(value) ? [value] : hashKeys[kind].map(key => keyedHash(key, value))
      const found = await Promise.all(hashes.map(hash => redis.zrange(keys.found(kind, hash), 0, '-1')))
      return [...new Set(found.flat())]
    },
    async indexCase(id, found) {
      const iin = given('iin', found.iin)
      const phone = given('phone', found.phone)
      await script(
        [keys.case(id), keys.found('iin', iin), keys.found('phone', phone), keys.found('iin', ''), keys.found('phone', '')],
        [id, clock.now(), iin, phone],
      )
    },
    async indexOf(id) {
      const [iin = null, phone = null] = await redis.hmget(keys.case(id), 'i', 'f')
      return { iin, phone }
    },
    queue: () => redis.zrange(keys.queue, 0, '-1'),
    casesOf: applicant => redis.zrange(keys.applicant(applicant), 0, '-1'),
  }
}

/** 22 characters of base64url and not a number: no IIN and no phone looks like that. */
const isFingerprint = (value: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(value) && !/^\d+$/.test(value)
