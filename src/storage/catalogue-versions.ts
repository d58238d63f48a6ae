import { gunzipSync, gzipSync } from 'node:zlib'
import type { Redis } from 'ioredis'
import { type CatalogueFiles, type CatalogueVersions, VersionRecord } from '../app/ports.ts'
import type { Act, Catalogue, Industry } from '../domain/requirements/catalogue.ts'
import type { Entry } from '../domain/requirements/entry.ts'
import type { FolderVault } from './vault-folder.ts'
import { believe } from './case-codec.ts'
import { parseCatalogue, versionOf } from './catalogue-files.ts'
import { effectRecord, type PendingEffect, readEffect } from './effect-record.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript } from './run-script.ts'
import { plainYaml, writtenYaml } from './yaml-text.ts'

/**
 * KEYS versions, globals, effects, effect times; ARGV number in force before ('' for none), next number, its record, now, base and record of the effect.
 * A version and what must follow from it stand in one transaction.
 */
const PUBLISH_SCRIPT = `
local current = redis.call('HGET', KEYS[1], 'current') or ''
if current ~= ARGV[1] then return 'conflict' end
redis.call('HSET', KEYS[1], 'current', ARGV[2], ARGV[2], ARGV[3])
redis.call('INCR', KEYS[2])
if ARGV[5] ~= '' then
  redis.call('HSET', KEYS[3], ARGV[5], ARGV[6])
  redis.call('ZADD', KEYS[4], ARGV[4], ARGV[5])
end
return 'published'
`

const place = (hash: string): string => `catalogue-${hash}`
const pack = (files: CatalogueFiles): Buffer => gzipSync(JSON.stringify([...files]))
const unpack = (bytes: Uint8Array): CatalogueFiles => new Map(JSON.parse(gunzipSync(bytes).toString('utf8')) as [string, string][])

/** Raise it when the shape of a checked entry changes: what an older program has checked is then read from its files again. */
const SHAPE = 1
const readyPlace = (hash: string): string => `${SHAPE}:${hash}`
const readied = ({ version, entries, industries, acts }: Catalogue): Buffer => gzipSync(JSON.stringify({ version, entries: [...entries], industries: [...industries], acts: [...acts] }))
function ready(bytes: Uint8Array): Catalogue {
  const { version, entries, industries, acts } = JSON.parse(gunzipSync(bytes).toString('utf8')) as { version: string; entries: [string, Entry][]; industries: [string, Industry][]; acts: [string, Act][] }
  return { version, entries: new Map(entries), industries: new Map(industries), acts: new Map(acts) }
}

type Parts = { redis: Redis; keys: RedisKeys; vault: FolderVault; onEffects?: ((effects: PendingEffect[]) => void) | undefined; now(): number }

/** Published versions of the catalogue: the list in Redis (and in the snapshot of global state), the files in Redis and vault under their hash. */
export function makeCatalogueVersions({ redis, keys, vault, onEffects, now }: Parts): CatalogueVersions {
  const publish = makeScript(redis, PUBLISH_SCRIPT)
  const read = (text: string): VersionRecord => believe(VersionRecord, JSON.parse(text), 'version')
  const files = async (hash: string): Promise<CatalogueFiles | null> => {
    const bytes = (await redis.hgetBuffer(keys.catalogues, hash)) ?? (await vault.getGlobal(place(hash)))
    return bytes ? unpack(bytes) : null
  }
  /** Reading YAML takes half a second, JSON a hundredth of that: what was checked once is kept so. */
  const catalogue = async (hash: string): Promise<Catalogue | null> => {
    const kept = await redis.hgetBuffer(keys.catalogues, readyPlace(hash))
    if (kept) return ready(kept)
    const found = await files(hash)
    const parsed = found && parseCatalogue(found)
    if (!parsed?.ok) return null
    await redis.hset(keys.catalogues, readyPlace(hash), readied(parsed.catalogue))
    return parsed.catalogue
  }
  return {
    async current() {
      const n = await redis.hget(keys.versions, 'current')
      const text = n === null ? null : await redis.hget(keys.versions, n)
      return text === null ? null : read(text)
    },
    async list() {
      const { current: _, ...all } = await redis.hgetall(keys.versions)
      return Object.values(all).map(read).sort((a, b) => b.n - a.n)
    },
    async keep(kept) {
      const hash = versionOf(kept)
      const bytes = pack(kept)
      // The vault first: a version on record must never lack its files.
      if ((await vault.getGlobal(place(hash))) === null) await vault.putGlobal(place(hash), bytes)
      await redis.hset(keys.catalogues, hash, bytes)
      return hash
    },
    files, catalogue,
    parse: parseCatalogue,
    async publish(record, before) {
      const effect = { kind: 'rejudge' as const, case: 'catalogue' as const, version: record.n }
      const [base, asked] = before === null ? ['', ''] : effectRecord(effect, record.n)
      const answer = await publish([keys.versions, keys.globals, keys.effects, keys.effectTimes], [before ?? '', record.n, JSON.stringify(record), now(), base, asked])
      if (answer !== 'published') return 'conflict'
      const pending = base === '' ? null : readEffect(base, asked)
      if (pending) onEffects?.([pending])
      return 'published'
    },
    plain: plainYaml,
    yaml: writtenYaml,
  }
}

/** Puts back the list of versions; what Redis has is newer and stays. */
export async function restoreVersions({ redis, keys }: Pick<Parts, 'redis' | 'keys'>, versions: Record<string, string>): Promise<void> {
  if ((await redis.exists(keys.versions)) === 1 || Object.keys(versions).length === 0) return
  await redis.hset(keys.versions, versions)
}
