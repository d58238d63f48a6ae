import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Vault } from '../app/ports.ts'
import { open, openAny, seal, SealBroken } from '../lib/seal.ts'
import { KeyGone, VaultDamaged, VaultMissing } from './errors.ts'
import type { Keyring } from './keys.ts'
import { unsealToFile } from './unseal-file.ts'
import { checkedName } from './vault-names.ts'
import { listWhole, readWhole, syncFolder, writeWhole } from './whole-file.ts'

/** A vault that can also be walked, for restoring. */
export type FolderVault = Vault & {
  /** Ids of the cases that have files here. */
  cases(): Promise<string[]>
  /** Names of the global files. */
  globals(): Promise<string[]>
  /** Removes a global file; nothing happens when there is none. */
  dropGlobal(name: string): Promise<void>
}

/** The vault as a folder: cases/<id>/<name>, keys/<id>, global/<name>; nothing in it is readable without VAULT_KEY. */
export function makeVaultFolder({ dir, keyring }: { dir: string; keyring: Keyring }): FolderVault {
  const globalKeys = keyring.derived('vault.global')
  const folder = (caseId: string) => join(dir, 'cases', checkedName(caseId))
  const file = (caseId: string, name: string) => join(folder(caseId), checkedName(name))
  const globalFile = (name: string) => join(dir, 'global', checkedName(name))
  return {
    async put(caseId, name, bytes) {
      const path = file(caseId, name)
      await writeWhole(path, seal(await keyring.of(caseId), bytes, placeOf(caseId, name)))
      // Another process may have erased the case meanwhile: then nothing of it may stay.
      if (await keyring.alive(caseId)) return
      await rm(folder(caseId), { recursive: true, force: true })
      throw new KeyGone(caseId)
    },
    async get(caseId, name) {
      const sealed = await readWhole(file(caseId, name))
      if (!sealed) throw new VaultMissing(placeOf(caseId, name))
      const key = await keyOf(keyring, caseId, name)
      return opened(() => open(key, sealed, placeOf(caseId, name)), placeOf(caseId, name))
    },
    async has(caseId, name) {
      return (await listWhole(folder(caseId))).includes(checkedName(name))
    },
    async getToFile(caseId, name, path) {
      const place = placeOf(caseId, name)
      await unsealToFile({ from: file(caseId, name), to: path, key: await keyOf(keyring, caseId, name), place })
    },
    list: caseId => listWhole(folder(caseId)),
    async erase(caseId) {
      // The key first: whatever happens after this line, nobody can read the files.
      await keyring.erase(caseId)
      await rm(folder(caseId), { recursive: true, force: true })
      if ((await listWhole(dir)).includes('cases')) await syncFolder(join(dir, 'cases'))
    },
    putGlobal: (name, bytes) => writeWhole(globalFile(name), seal(globalKeys[0], bytes, globalPlace(name))),
    async getGlobal(name) {
      const sealed = await readWhole(globalFile(name))
      return sealed && opened(() => openAny(globalKeys, sealed, globalPlace(name)), globalPlace(name))
    },
    dropGlobal: name => rm(globalFile(name), { force: true }),
    cases: () => listWhole(join(dir, 'cases')),
    globals: () => listWhole(join(dir, 'global')),
  }
}

const placeOf = (caseId: string, name: string): string => `${caseId}/${name}`
const globalPlace = (name: string): string => `global/${name}`

/** For a reader an erased case is a file that is not there. */
async function keyOf(keyring: Keyring, caseId: string, name: string): Promise<Buffer> {
  try {
    return await keyring.of(caseId)
  } catch (cause) {
    if (cause instanceof KeyGone) throw new VaultMissing(placeOf(caseId, name), { cause })
    throw cause
  }
}

function opened(read: () => Buffer, place: string): Buffer {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof SealBroken) throw new VaultDamaged(place, { cause })
    throw cause
  }
}
