import type { Clock } from '../app/ports.ts'
import { VaultDamaged } from './errors.ts'
import { replayErasures, restore } from './restore.ts'
import type { Storage } from './storage.ts'

type Options = Pick<Storage, 'store' | 'vault' | 'keyring'> & { clock: Clock; log: { warn(fields: object, text: string): void }; vaultDir: string }

const PROBE = 'key-probe'

/** What must be right before anybody is answered. */
export function makeWaking({ store, vault, keyring, clock, log, vaultDir }: Options): { tryKey(): Promise<void>; remember(): Promise<void> } {
  return {
    /** A wrong key must stop the process before it seals anything that the right one could not open. Throws then. */
    async tryKey() {
      const known = await vault.getGlobal(PROBE).catch((cause: unknown) => {
        if (!(cause instanceof VaultDamaged)) throw cause
        throw new Error(`VAULT_KEY does not open the vault in ${vaultDir}. Give the key it was made with (or VAULT_KEY_OLD).`, { cause })
      })
      if (known === null) await vault.putGlobal(PROBE, Buffer.from('qujat'))
    },
    /** An empty Redis beside a full vault is a loss to be mended before anybody talks; erasures stay erased. */
    async remember() {
      if ((await store.fact('born')) === null) {
        const back = await restore({ store, vault, keyring })
        if (back.cases > 0) log.warn({ cases: back.cases, failed: back.failed.length }, 'Redis was empty: cases were brought back from the vault')
        await store.saveFact('born', clock.today())
      }
      await replayErasures({ store, vault })
    },
  }
}
