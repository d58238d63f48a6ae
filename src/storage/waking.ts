import type { Account } from '../domain/case/account.ts'
import type { Clock } from '../app/ports.ts'
import { VaultDamaged } from './errors.ts'
import { replayErasures, restore } from './restore.ts'
import type { Storage } from './storage.ts'

type Options = Pick<Storage, 'store' | 'vault' | 'keyring' | 'parked' | 'snapshots' | 'restoreVersions'> & { clock: Clock; log: { warn(fields: object, text: string): void }; vaultDir: string }

export type Waking = {
  /** A wrong key must stop the process before it seals anything that the right one could not open; so must a vault out of reach. Throws then. */
  tryKey(): Promise<void>
  /** What is to be done at every start and whenever Redis comes back: losses mended, erasures kept, old words dropped. */
  remember(): Promise<void>
  /** Copies into the vault what has changed. A Redis emptied under the running process is filled first, or its emptiness would be copied. */
  keepSafe(): Promise<void>
  /** Who talks. Somebody nobody knows may be one whom an emptied Redis forgot. */
  account(id: number): Promise<Account | null>
}

const PROBE = 'key-probe'

/** What must be right before anybody is answered. */
export function makeWaking({ store, vault, keyring, parked, snapshots, restoreVersions, clock, log, vaultDir }: Options): Waking {
  const bringBack = async (): Promise<void> => {
    const back = await restore({ store, vault, keyring, restoreVersions })
    if (back.cases > 0) log.warn({ cases: back.cases, failed: back.failed.length }, 'Redis was empty: cases were brought back from the vault')
    await store.saveFact('born', clock.today())
  }
  let refilling: Promise<void> | null = null
  /** One look when nothing was lost. */
  const refill = async (): Promise<void> => {
    if (refilling === null && (await store.fact('born')) !== null) return
    refilling ??= bringBack().finally(() => { refilling = null })
    await refilling
  }
  return {
    async tryKey() {
      try {
        if ((await vault.getGlobal(PROBE)) === null) await vault.putGlobal(PROBE, Buffer.from('qujat'))
      } catch (cause) {
        throw new Error(cause instanceof VaultDamaged
          ? `VAULT_KEY does not open the vault in ${vaultDir}. Give the key it was made with (or VAULT_KEY_OLD).`
          : `VAULT_DIR cannot be used: ${vaultDir}. It must be a folder that this user may write to.`, { cause })
      }
    },
    async keepSafe() {
      await refill()
      await snapshots.tick()
      await parked.purge()
    },
    async remember() {
      await refill()
      await replayErasures({ store, vault })
      await fillRegister(store)
      await parked.purge()
    },
    async account(id) {
      const known = await store.account(id)
      if (known !== null) return known
      await refill()
      return store.account(id)
    },
  }
}

/** Cases saved by a version that kept no register are entered once; names that a changed VAULT_KEY locked in are sealed anew. */
async function fillRegister(store: Options['store']): Promise<void> {
  const known = await store.registered()
  const missing = new Set(await store.lostNames())
  for await (const id of store.allCases()) if (!known.has(id)) missing.add(id)
  for (const id of missing) {
    const found = await store.load(id)
    if (found) await store.enter(found)
  }
}
