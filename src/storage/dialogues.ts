import type { Redis } from 'ioredis'
import type { Dialogues } from '../app/ports.ts'
import { openJson, sealJson } from '../lib/seal.ts'
import type { Keyring } from './keys.ts'
import type { RedisKeys } from './redis-keys.ts'

/** A dialogue left alone for a day is forgotten; what it holds is asked again. */
const KEPT_SECONDS = 24 * 3600

/** What people type into a dialogue is theirs: sealed like everything else. */
export function makeDialogues({ redis, keys, keyring }: { redis: Redis; keys: RedisKeys; keyring: Keyring }): Dialogues {
  const sealing = keyring.derived('dialogues')
  return {
    async read(chat) {
      const sealed = await redis.getBuffer(keys.dialogue(chat))
      return sealed ? openJson(sealing, sealed, chat) : undefined
    },
    async write(chat, state) {
      await redis.set(keys.dialogue(chat), sealJson(sealing[0], state, chat), 'EX', KEPT_SECONDS)
    },
    async delete(chat) {
      await redis.del(keys.dialogue(chat))
    },
  }
}
