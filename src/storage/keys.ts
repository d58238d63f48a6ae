import type { Redis } from 'ioredis'
import { deriveKey, newKey, unwrapKey, wrapKey } from '../lib/seal.ts'
import { KeyGone } from './errors.ts'
import type { KeyFiles } from './key-files.ts'
import { redisKeys } from './redis-keys.ts'

export type KeyringOptions = {
  /** Null for work on the vault alone. */
  redis: Redis | null
  files: KeyFiles
  /** 32 bytes. */
  vaultKey: Uint8Array
  /** The key before this one: still opens, never seals. */
  vaultKeyOld?: Uint8Array | undefined
  prefix?: string | undefined
  /** How many unwrapped keys stay in memory. */
  remember?: number
}

export type Keyring = {
  /** Makes a case's key and lays it, wrapped, into the vault; Redis gets `wrapped` in the case's own transaction. */
  make(caseId: string): Promise<{ key: Buffer; wrapped: Buffer }>
  /** From memory, from Redis, from the vault. Throws KeyGone. */
  of(caseId: string): Promise<Buffer>
  /** The wrapped key as the vault keeps it. */
  wrapped(caseId: string): Promise<Buffer | null>
  /** Whether the vault still has the key: false once the case was erased, by whichever process. */
  alive(caseId: string): Promise<boolean>
  /** Destroys every copy: from here on nothing of the case can be read. */
  erase(caseId: string): Promise<void>
  /** Keys for one purpose, from each vault key; the first one seals. */
  derived(purpose: string): [Buffer, ...Buffer[]]
}

/** The keys of all cases. The case store and the vault both take theirs from here. */
export function makeKeyring(options: KeyringOptions): Keyring {
  const { redis, files, vaultKey, vaultKeyOld } = options
  const vaultKeys = vaultKeyOld ? [vaultKey, vaultKeyOld] : [vaultKey]
  const keys = redisKeys(options.prefix)
  const memory = makeMemory(options.remember ?? 2000)
  return {
    async make(caseId) {
      const key = newKey()
      const wrapped = wrapKey(vaultKey, key, caseId)
      await files.write(caseId, wrapped)
      memory.put(caseId, key)
      return { key, wrapped }
    },
    async of(caseId) {
      const known = memory.get(caseId)
      if (known) return known
      const wrapped = await redis?.getBuffer(keys.key(caseId)) ?? await files.read(caseId)
      if (!wrapped) throw new KeyGone(caseId)
      return memory.put(caseId, unwrapKey(vaultKeys, wrapped, caseId))
    },
    wrapped: caseId => files.read(caseId),
    alive: caseId => files.has(caseId),
    async erase(caseId) {
      memory.drop(caseId)
      await files.erase(caseId)
      await redis?.del(keys.key(caseId))
    },
    derived: purpose => [deriveKey(vaultKey, purpose), ...(vaultKeyOld ? [deriveKey(vaultKeyOld, purpose)] : [])],
  }
}

/** Keys used last; a Map keeps the order in which they were put. */
function makeMemory(size: number) {
  const held = new Map<string, Buffer>()
  const put = (id: string, key: Buffer): Buffer => {
    held.delete(id)
    held.set(id, key)
    const oldest = held.size > size ? held.keys().next().value : undefined
    if (oldest !== undefined) held.delete(oldest)
    return key
  }
  return {
    put,
    get(id: string): Buffer | null {
      const key = held.get(id)
      return key ? put(id, key) : null
    },
    drop(id: string): void { held.delete(id) },
  }
}
