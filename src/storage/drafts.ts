import type { Redis } from 'ioredis'
import type { CaseStore } from '../app/ports.ts'
import { ReviewDraft } from '../domain/review/draft.ts'
import { openJson, sealJson } from '../lib/seal.ts'
import { believe } from './case-codec.ts'
import type { Keyring } from './keys.ts'
import type { RedisKeys } from './redis-keys.ts'

/** Decisions being prepared: a note is words about a person, so they are sealed with the case's key. */
export function makeDrafts({ redis, keys, keyring }: { redis: Redis; keys: RedisKeys; keyring: Keyring }): Pick<CaseStore, 'draft' | 'saveDraft'> {
  const place = (caseId: string) => `d:${caseId}`
  return {
    async draft(caseId) {
      const sealed = await redis.getBuffer(keys.draft(caseId))
      return sealed && believe(ReviewDraft, openJson([await keyring.of(caseId)], sealed, place(caseId)), caseId)
    },
    async saveDraft(caseId, draft) {
      if (draft) await redis.set(keys.draft(caseId), sealJson(await keyring.of(caseId), draft, place(caseId)))
      else await redis.del(keys.draft(caseId))
    },
  }
}
