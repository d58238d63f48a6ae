import type { Keyring } from '../keys.ts'
import type { FolderVault } from '../vault-folder.ts'

/** What every work on the vault needs. */
export type Upkeep = {
  /** The vault's folder. */
  dir: string
  vault: FolderVault
  keyring: Keyring
  /** The present key, and the one before where it is given. */
  vaultKeys: readonly Uint8Array[]
  /** Told of every step: so many done, of so many. */
  progress(done: number, all: number): void
}
