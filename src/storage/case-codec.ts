import type { ZodType } from 'zod'
import { Plain, Secret, type Case } from '../domain/case/case.ts'
import { openJson, sealJson, SealBroken } from '../lib/seal.ts'
import { RecordDamaged } from './errors.ts'

/** A case as it lies in Redis. */
export type CaseRecord = { plain: string; sealed: Buffer }

/** Only the fields of `Plain` are written in the open; a field nobody thought of stays out. */
export function encodeCase(record: Case, revision: number, key: Uint8Array): CaseRecord {
  const plain = JSON.stringify(Plain.parse({ ...record, revision }))
  return { plain, sealed: sealJson(key, record.secret, secretPlace(record.id)) }
}

/** Throws RecordDamaged when it does not open or is not a case. */
export function decodeCase(id: string, record: { plain: Buffer; sealed: Buffer }, key: Uint8Array): Case {
  const plain = believe(Plain, JSON.parse(record.plain.toString('utf8')), id)
  const secret = believe(Secret, unseal(id, key, record.sealed), id)
  return { ...plain, secret }
}

const secretPlace = (id: string): string => `s:${id}`

function unseal(id: string, key: Uint8Array, sealed: Buffer): unknown {
  try {
    return openJson([key], sealed, secretPlace(id))
  } catch (cause) {
    if (cause instanceof SealBroken) throw new RecordDamaged(id, 'seal', { cause })
    throw cause
  }
}

/** Parses what comes from Redis; the error names the paths that do not fit, never what stands there. */
export function believe<T>(schema: ZodType<T>, value: unknown, record: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new RecordDamaged(record, parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.code}`).join(', '))
}
