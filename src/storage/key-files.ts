import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, listWhole, readWhole, syncFolder, writeWhole } from './whole-file.ts'
import { checkedName } from './vault-names.ts'

/** The vault's side of the keys: each wrapped, one file a case, in a folder that backups keep apart. */
export type KeyFiles = {
  read(caseId: string): Promise<Buffer | null>
  has(caseId: string): Promise<boolean>
  write(caseId: string, wrapped: Uint8Array): Promise<void>
  erase(caseId: string): Promise<void>
  /** Ids of all cases that have a key. */
  list(): Promise<string[]>
}

export function makeKeyFiles(dir: string): KeyFiles {
  const place = (caseId: string) => join(dir, 'keys', checkedName(caseId))
  return {
    read: caseId => readWhole(place(caseId)),
    has: caseId => stat(place(caseId)).then(() => true, error => {
      if (isMissing(error)) return false
      throw error
    }),
    list: () => listWhole(join(dir, 'keys')),
    write: (caseId, wrapped) => writeWhole(place(caseId), wrapped),
    async erase(caseId) {
      await rm(place(caseId), { force: true })
      await syncFolder(join(dir, 'keys')).catch(error => { if (!isMissing(error)) throw error })
    },
  }
}
