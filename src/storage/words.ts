import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import type { RedisKeys } from './redis-keys.ts'

const REMEMBERED = 5000

/** Questions as they were asked, each wording once: the words of our own questions, nobody's answers. */
export function makeWords({ redis, keys }: { redis: Redis; keys: RedisKeys }): Pick<CaseStore, 'keepWords' | 'words'> {
  const hashes = new Map<string, string>()
  /** The other way round, for snapshots: each wants some forty of them. */
  const texts = new Map<string, string>()
  const remember = (hash: string, text: string): void => {
    // The cap is for a question with a changing part.
    if (hashes.size >= REMEMBERED) return
    hashes.set(text, hash)
    texts.set(hash, text)
  }
  return {
    async keepWords(text) {
      const known = hashes.get(text)
      if (known) return known
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
      await redis.hsetnx(keys.words, hash, text)
      // Only once it is written.
      remember(hash, text)
      return hash
    },
    async words(wanted) {
      const missing = wanted.filter((hash) => !texts.has(hash))
      const found = missing.length > 0 ? await redis.hmget(keys.words, ...missing) : []
      for (const [n, hash] of missing.entries()) if (found[n]) remember(hash, found[n])
      const fetched = new Map(missing.map((hash, n) => [hash, found[n]]))
      return Object.fromEntries(wanted.flatMap((hash) => {
        const text = texts.get(hash) ?? fetched.get(hash)
        return text ? [[hash, text]] : []
      }))
    },
  }
}
