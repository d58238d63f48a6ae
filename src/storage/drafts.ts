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
      const revision = await redis.hget(keys.case(caseId), 'r')
      const change = redis.multi()
      if (draft) change.set(keys.draft(caseId), sealJson(await keyring.of(caseId), draft, place(caseId)))
      else change.del(keys.draft(caseId))
      // The next snapshot holds it too.
      if (revision !== null) change.zadd(keys.dirty, revision, caseId)
      await change.exec()
    },
  }
}
