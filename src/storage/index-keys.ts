import { z } from 'zod'
import type { Keyring } from './keys.ts'
import type { IndexKeys } from './indexes.ts'
import type { FolderVault } from './vault-folder.ts'
import { believe } from './case-codec.ts'

const NAME = 'index-keys'
const Stored = z.object({ iin: z.base64(), phone: z.base64() })

/**
 * The keys by which an IIN and a phone are hashed. They outlive VAULT_KEY, for a person must be known again after it changed:
 * first derived from the oldest key that is given, then kept in the vault, sealed. Throws VaultDamaged when no key opens it.
 */
export async function lastingIndexKeys({ vault, keyring }: { vault: FolderVault; keyring: Keyring }): Promise<IndexKeys> {
  const bytes = await vault.getGlobal(NAME)
  if (bytes) {
    const { iin, phone } = believe(Stored, JSON.parse(Buffer.from(bytes).toString()), NAME)
    return { iin: Buffer.from(iin, 'base64'), phone: Buffer.from(phone, 'base64') }
  }
  const made = { iin: keyring.derived('fingerprint.iin').at(-1)!, phone: keyring.derived('fingerprint.phone').at(-1)! }
  await vault.putGlobal(NAME, Buffer.from(JSON.stringify({ iin: made.iin.toString('base64'), phone: made.phone.toString('base64') })))
  return made
}
