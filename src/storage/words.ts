import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import type { RedisKeys } from './redis-keys.ts'

/** Questions as they were asked, each wording once: the words of our own questions, nobody's answers. */
export function makeWords({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pick<CaseStore, 'keepWords' | 'words'> {
  const hashes = new Map<string, string>()
  return {
    async keepWords(text) {
      const known = hashes.get(text)
      if (known) return known
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
      await redis.hsetnx(keys.words, hash, text)
      // Remembered only once it is written; the cap is for a question with a changing part.
      if (hashes.size < 5000) hashes.set(text, hash)
      return hash
    },
    async words(wanted) {
      if (wanted.length === 0) return {}
      const texts = await redis.hmget(keys.words, ...wanted)
      return Object.fromEntries(wanted.flatMap((hash, n) => (texts[n] ? [[hash, texts[n]]] : [])))
    },
  }
}
