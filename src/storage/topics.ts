import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { CaseStore, Topic } from '../app/ports.ts'
import { openJson, sealJson } from '../lib/seal.ts'
import { believe } from './case-codec.ts'
import type { Keyring } from './keys.ts'
import type { RedisKeys } from './redis-keys.ts'

export const TopicRecord = z.object({
  thread: z.number().int(), card: z.number().int().nullable(), icon: z.string().nullable(), title: z.string().nullable(),
  drawn: z.string().nullable().optional(),
})

export type Topics = Pick<CaseStore, 'topic' | 'saveTopic' | 'applicantOfTopic' | 'fact' | 'saveFact' | 'note' | 'saveNote' | 'takeNote'> & {
  /** Changes with every topic or fact saved. */
  globalRevision(): Promise<string>
  globalState(): Promise<{ topics: Record<string, Topic>; facts: Record<string, string>; versions: Record<string, string> }>
}

/** Topics of the staff group and the small facts of the process. A topic's title holds a name: topics are sealed. */
export function makeTopics({ redis, keys, keyring }: { redis: Redis; keys: RedisKeys; keyring: Keyring }): Topics {
  const topicKeys = keyring.derived('topics')
  const place = (applicant: string) => `topic:${applicant}`
  const read = (applicant: string, sealed: Buffer): Topic =>
    believe(TopicRecord, openJson(topicKeys, sealed, place(applicant)), 'topic')
  const topic = async (applicant: string): Promise<Topic | null> => {
    const sealed = await redis.hgetBuffer(keys.topics, applicant)
    return sealed && read(applicant, sealed)
  }
  return {
    topic,
    async saveTopic(applicant, next) {
      const before = await topic(applicant)
      const change = redis.multi().hset(keys.topics, applicant, sealJson(topicKeys[0], next, place(applicant)))
      if (before && before.thread !== next.thread) change.hdel(keys.threads, String(before.thread))
      await change.hset(keys.threads, next.thread, applicant).incr(keys.globals).exec()
    },
    applicantOfTopic: thread => redis.hget(keys.threads, String(thread)),
    fact: name => redis.hget(keys.facts, name),
    async saveFact(name, value) {
      await redis.multi().hset(keys.facts, name, value).incr(keys.globals).exec()
    },
    note: name => redis.get(keys.note(name)),
    takeNote: name => redis.getdel(keys.note(name)),
    async saveNote(name, value, seconds) {
      await redis.set(keys.note(name), value, 'EX', seconds)
    },
    globalRevision: async () => await redis.get(keys.globals) ?? '0',
    async globalState() {
      const topics: Record<string, Topic> = {}
      for (const applicant of await redis.hkeys(keys.topics)) {
        const found = await topic(applicant)
        if (found) topics[applicant] = found
      }
      return { topics, facts: await redis.hgetall(keys.facts), versions: await redis.hgetall(keys.versions) }
    },
  }
}
