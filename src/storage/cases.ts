import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { AuditEntry, CaseStore, Clock, SaveRequest } from '../app/ports.ts'
import type { Account } from '../domain/case/account.ts'
import type { Case } from '../domain/case/case.ts'
import { auditLine, readAudit } from './audit-line.ts'
import { decodeCase, encodeCase } from './case-codec.ts'
import { effectId, effectRecord, type PendingEffect } from './effect-record.ts'
import { KeyGone, RecordDamaged } from './errors.ts'
import type { Keyring } from './keys.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript, type ScriptArg } from './run-script.ts'
import { rowOf, sealName } from './register.ts'
import { SAVE_SCRIPT } from './save-script.ts'

type CasesOptions = {
  redis: Redis
  keys: RedisKeys
  keyring: Keyring
  clock: Clock
  /** Told of what a saved change has asked for, so that it starts at once and not at the next sweep. */
  onEffects?: ((effects: PendingEffect[]) => void) | undefined
}

export type Cases = Pick<CaseStore, 'create' | 'load' | 'byNumber' | 'save' | 'audit'> & {
  /** Whether Redis has anything under that id, readable or not. */
  known(id: string): Promise<boolean>
  /** Puts a case back as a snapshot has it, with its wrapped key. False when Redis already has it. */
  putBack(request: { case: Case; wrapped: Buffer; audit: AuditEntry[] }): Promise<boolean>
}

/** The records of cases and their one way of changing. */
export function makeCases({ redis, keys, keyring, clock, onEffects }: CasesOptions): Cases {
  const script = makeScript(redis, SAVE_SCRIPT)
  const nonces = makeNonces()
  const nameKeys = keyring.derived('names')

  const load = async (id: string): Promise<Case | null> => {
    const [plain, sealed] = await redis.hmgetBuffer(keys.case(id), 'p', 's')
    if (!plain) return null
    if (!sealed) throw new RecordDamaged(id, 'sealed part')
    // Without its key a case is erased, though the erasing may have been broken off.
    const key = await keyring.of(id).catch(goneAsNull)
    return key && decodeCase(id, { plain, sealed }, key)
  }

  const run = (write: Write, key: Buffer): Promise<unknown> =>
    script(writeKeys(keys, write), writeArgs({ write, key, nonce: nonces(), now: clock.now(), name: sealName(nameKeys[0], write.case) }))

  return {
    load,
    async create({ case: record, account, update }) {
      const { key, wrapped } = await keyring.make(record.id)
      const done = await run({ case: record, update, born: { wrapped, account } }, key)
      if (done !== 'saved') throw new RecordDamaged(record.id, 'the id is taken')
    },
    async save(request) {
      const key = await keyring.of(request.case.id).catch(goneAsNull)
      if (!key) return 'gone'
      const done = await run(request, key)
      if (done === 'saved') announce(request, onEffects)
      return done === 'saved' || done === 'gone' ? done : 'conflict'
    },
    async putBack({ case: record, wrapped, audit }) {
      const write = { case: record, update: null, born: { wrapped, account: null }, lines: audit.map(auditLine) }
      return await run(write, await keyring.of(record.id)) === 'saved'
    },
    known: async id => await redis.exists(keys.case(id), keys.key(id)) > 0,
    async byNumber(number) {
      const id = await redis.hget(keys.numbers, number)
      return id ? load(id) : null
    },
    audit: async id => (await redis.lrange(keys.audit(id), 0, -1)).map(readAudit),
  }
}

/** A save of a case that is there, or the birth of one. */
type Write = {
  case: Case
  expected?: number
  update: number | null
  audit?: SaveRequest['audit']
  effects?: SaveRequest['effects']
  born?: { wrapped: Buffer; account: Account | null }
  lines?: string[]
}

const nextRevision = ({ case: record, expected }: Write): number => expected === undefined ? record.revision : expected + 1

function writeKeys(keys: RedisKeys, { case: record, update }: Write): string[] {
  const { id, account, applicant } = record
  return [
    keys.case(id), keys.key(id), keys.account(account), keys.audit(id), keys.effects, keys.effectTimes, keys.dirty,
    keys.queue, keys.numbers, keys.updates(update ?? 0), keys.applicant(applicant ?? ''), keys.applicant(''),
    keys.register, keys.names,
  ]
}

function writeArgs({ write, key, nonce, now, name }: { write: Write; key: Buffer; nonce: string; now: number; name: Buffer | '' }): ScriptArg[] {
  const { case: record, born } = write
  const revision = nextRevision(write)
  const { plain, sealed } = encodeCase(record, revision, key)
  const free = record.status === 'sent' && record.reviewer === null
  const lines = write.lines ?? (write.audit ?? []).map(entry => auditLine({ ...entry, at: now, revision }))
  return [
    write.expected ?? '', revision, plain, sealed, nonce, now, record.id, write.update ?? '', free ? record.sentAt ?? now : '',
    record.number ?? '', record.applicant ?? '', record.createdAt, born?.wrapped ?? '',
    born?.account ? JSON.stringify(born.account) : '', rowOf(record), name, lines.length, ...lines,
    ...(write.effects ?? []).flatMap(effect => effectRecord(effect, revision)),
  ]
}

/** The listener's own troubles are not the change's: the sweep finds what it did not dispatch. */
function announce({ effects = [], expected }: SaveRequest, onEffects: CasesOptions['onEffects']): void {
  if (!onEffects || effects.length === 0) return
  const pending = new Map(effects.map(effect => [effectId(effect, expected + 1), effect]))
  try {
    onEffects([...pending].map(([id, effect]) => ({ id, effect })))
  } catch {
    // Nothing to do here: what is pending is dispatched again.
  }
}

const goneAsNull = (error: unknown): null => {
  if (error instanceof KeyGone) return null
  throw error
}

/** Unlike in every process and call. */
function makeNonces(): () => string {
  const process = randomBytes(4).toString('base64url')
  let count = 0
  return () => `${process}${(count++).toString(36)}`
}
