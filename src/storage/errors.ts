/** Errors of the storage: a code and a reference, never words about a person. */

/** Redis does not answer. */
export class RedisUnreachable extends Error {
  override name = 'RedisUnreachable'
  readonly code = 'redis.unreachable'
}

/** A record in Redis is not what this version writes. `where` names the fields, never their values. */
export class RecordDamaged extends Error {
  override name = 'RecordDamaged'
  readonly code = 'record.damaged'
  constructor(record: string, where: string, options?: ErrorOptions) {
    super(`record ${record} cannot be read: ${where}`, options)
  }
}

/** The case's key is nowhere: the case was erased, or its key was lost. */
export class KeyGone extends Error {
  override name = 'KeyGone'
  readonly code = 'key.gone'
  constructor(caseId: string) {
    super(`no key for case ${caseId}`)
  }
}

/** The vault has no such file. */
export class VaultMissing extends Error {
  override name = 'VaultMissing'
  readonly code = 'vault.missing'
  constructor(place: string, options?: ErrorOptions) {
    super(`not in the vault: ${place}`, options)
  }
}

/** The vault's file was changed or cut, or belongs to another case. */
export class VaultDamaged extends Error {
  override name = 'VaultDamaged'
  readonly code = 'vault.damaged'
  constructor(place: string, options?: ErrorOptions) {
    super(`damaged in the vault: ${place}`, options)
  }
}
