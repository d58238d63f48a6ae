import { SealBroken, unwrapKey, wrapKey } from '../../lib/seal.ts'
import type { KeyFiles } from '../key-files.ts'
import type { RedisCaseStore } from '../case-store.ts'
import type { Upkeep } from './upkeep.ts'

export type Rotated = { rewrapped: number; already: number; globals: number; topics: number; failed: string[] }

type Parts = Upkeep & {
  files: KeyFiles
  store: Pick<RedisCaseStore, 'globalState' | 'saveTopic'>
  /** Puts a wrapped key into Redis, where Redis knows the case. */
  replaceKey(caseId: string, wrapped: Uint8Array): Promise<void>
}

function opens(key: Uint8Array, wrapped: Uint8Array, id: string): boolean {
  try {
    unwrapKey([key], wrapped, id)
    return true
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

/**
 * Wraps every case's key with the new key, in the vault and in Redis, and seals anew what lies in the vault for all. The files
 * of cases stay as they are: their own keys do not change. May be broken off and begun again; afterwards the old key opens nothing.
 */
export async function rotate({ vault, files, store, vaultKeys, keyring, progress, replaceKey }: Parts): Promise<Rotated> {
  const [present = new Uint8Array()] = vaultKeys
  const done: Rotated = { rewrapped: 0, already: 0, globals: 0, topics: 0, failed: [] }
  const ids = await files.list()
  for (const [at, id] of ids.entries()) {
    const wrapped = await keyring.wrapped(id)
    if (wrapped && opens(present, wrapped, id)) {
      done.already++
      // Broken off between the vault and Redis.
      await replaceKey(id, wrapped)
    } else if (wrapped) {
      const again = rewrapped({ vaultKeys, wrapped, id })
      if (again) {
        await files.write(id, again)
        await replaceKey(id, again)
        done.rewrapped++
      } else done.failed.push(id)
    }
    progress(at + 1, ids.length)
  }
  for (const name of await vault.globals()) {
    const bytes = await vault.getGlobal(name).catch(() => null)
    if (!bytes) done.failed.push(`global/${name}`)
    else {
      await vault.putGlobal(name, bytes)
      done.globals++
    }
  }
  for (const [applicant, topic] of Object.entries((await store.globalState()).topics)) {
    await store.saveTopic(applicant, topic)
    done.topics++
  }
  return done
}

function rewrapped({ vaultKeys, wrapped, id }: { vaultKeys: readonly Uint8Array[]; wrapped: Uint8Array; id: string }): Buffer | null {
  try {
    return wrapKey(vaultKeys[0]!, unwrapKey(vaultKeys, wrapped, id), id)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
