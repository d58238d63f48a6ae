import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { CaseStore } from '../app/ports.ts'
import type { Case } from '../domain/case/case.ts'
import { type RegisterRow, registerRow } from '../domain/review/register.ts'
import { openAny, seal, SealBroken } from '../lib/seal.ts'
import { believe } from './case-codec.ts'
import type { Keyring } from './keys.ts'
import type { RedisKeys } from './redis-keys.ts'

/** A row without the names of its fields: they would be paid once per case. */
export function rowOf(found: Case): string {
  const row = registerRow(found)
  return JSON.stringify([
    row.id, row.status, row.number, row.profession, row.level, row.account, row.reviewer, row.createdAt, row.updatedAt, row.sentAt, row.decidedAt, row.returned, row.withdrawnAt, row.examDay, row.catalogue, row.lang, row.branch,
  ])
}

type Cells = [
  string, RegisterRow['status'], string | null, string | null, string | null, number, number | null, number, number, number | null, number | null, RegisterRow['returned'], number | null, string | null,
  string | null, RegisterRow['lang'], string | null,
]

const toRow = ([id, status, number, profession, level, account, reviewer, createdAt, updatedAt, sentAt, decidedAt, returned, withdrawnAt, examDay = null, catalogue = null, lang = 'kk', branch = null]: Cells): RegisterRow =>
  ({ id, status, number, profession, level, account, reviewer, createdAt, updatedAt, sentAt, decidedAt, returned, withdrawnAt, examDay, catalogue, lang, branch })

/** The line as it is, with another version of the catalogue. */
export function restampedRow(row: string, catalogue: string): string {
  const cells = JSON.parse(row) as (string | number | null)[]
  return JSON.stringify(cells.with(CATALOGUE_CELL, catalogue))
}

const CATALOGUE_CELL = 14

const place = (id: string): string => `name:${id}`

/** The applicant's name for the list that staff search; empty while there is none. */
export function sealName(key: Uint8Array, found: Case): Buffer | '' {
  const name = found.secret.answers['name']?.v
  return typeof name === 'string' && name !== '' ? seal(key, Buffer.from(name), place(found.id)) : ''
}

/** Beyond so many rows remembering them would cost more memory than reading them anew costs time. */
const MOST_KNOWN = 20_000

/** Most lines are the same at the next look: those are not read again. */
function makeReadRows(): (lines: readonly string[]) => RegisterRow[] {
  let known = new Map<string, RegisterRow>()
  return (lines) => {
    if (lines.length > MOST_KNOWN) return (JSON.parse(`[${lines.join(',')}]`) as Cells[]).map(toRow)
    const now = new Map<string, RegisterRow>()
    for (const line of lines) now.set(line, known.get(line) ?? toRow(JSON.parse(line) as Cells))
    known = now
    return [...now.values()]
  }
}

const Stranger = z.object({ at: z.number(), account: z.number(), what: z.string(), case: z.string().nullable() })
const MOST_STRANGERS = 1000

export type Register = Pick<CaseStore, 'register' | 'registerParts' | 'names' | 'recordStranger' | 'strangers'> & {
  /** Cases that have a row: fewer than there are cases after an upgrade from a version without a register. */
  registered(): Promise<Set<string>>
  /** Cases whose name was sealed under a key that is no longer known: after a change of VAULT_KEY. */
  lostNames(): Promise<string[]>
  enter(found: Case): Promise<void>
  /** Ids of all cases in Redis. */
  allCases(): AsyncIterable<string>
}

/** What lists, figures and searches of the staff read. Written in the case's own transaction (save-script.ts). */
export function makeRegister({ redis, keys, keyring }: { redis: Redis; keys: RedisKeys; keyring: Keyring }): Register {
  const nameKeys = keyring.derived('names')
  const readRows = makeReadRows()
  /** Opened once per process and change: the sealed bytes tell whether a name is still the same. */
  const opened = new Map<string, { sealed: Buffer; name: string }>()
  const nameOf = (id: string, sealed: Buffer): string | null => {
    const known = opened.get(id)
    if (known?.sealed.equals(sealed)) return known.name
    try {
      const name = openAny(nameKeys, sealed, place(id)).toString('utf8')
      opened.set(id, { sealed, name })
      return name
    } catch (error) {
      if (error instanceof SealBroken) return null
      throw error
    }
  }
  return {
    async *registerParts(count) {
    for await (const cells of redis.hscanStream(keys.register, { count })) yield (JSON.parse(`[${(cells as string[]).filter((_, at) => at % 2 === 1).join(',')}]`) as Cells[]).map(toRow)
  },
  // Written by us in one place and of one shape: parsed, not checked field by field, for there may be many thousands.
    register: async () => readRows(await redis.hvals(keys.register)),
    async names() {
      const sealed = await redis.hgetallBuffer(keys.names)
      const names = new Map<string, string>()
      for (const [id, bytes] of Object.entries(sealed)) {
        const name = nameOf(id, bytes)
        if (name !== null) names.set(id, name)
      }
      for (const id of opened.keys()) if (!names.has(id)) opened.delete(id)
      return names
    },
    async recordStranger(stranger) {
      await redis.multi().lpush(keys.strangers, JSON.stringify(stranger)).ltrim(keys.strangers, 0, MOST_STRANGERS - 1).exec()
    },
    strangers: async (most) => (await redis.lrange(keys.strangers, 0, most - 1)).map((line) => believe(Stranger, JSON.parse(line), 'stranger')),
    async lostNames() {
      const sealed = await redis.hgetallBuffer(keys.names)
      return Object.entries(sealed).filter(([id, bytes]) => nameOf(id, bytes) === null).map(([id]) => id)
    },
    registered: async () => new Set(await redis.hkeys(keys.register)),
    async enter(found) {
      const name = sealName(nameKeys[0], found)
      const change = redis.multi().hsetnx(keys.register, found.id, rowOf(found))
      await (name === '' ? change : change.hset(keys.names, found.id, name)).exec()
    },
    async *allCases() {
      const start = keys.case('')
      for await (const found of redis.scanStream({ match: `${start}*`, count: 1000 })) for (const key of found as string[]) yield key.slice(start.length)
    },
  }
}
