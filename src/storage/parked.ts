import type { Clock } from '../app/ports.ts'
import type { FolderVault } from './vault-folder.ts'

/** As long as Telegram's own update ids are kept here: long enough for a human to look, no longer than needed. */
const KEPT_MS = 48 * 3_600_000
const NAME = /^parked-(\d+)-/

export type Parked = {
  /** Keeps what failed for good, with its reference and the error's code. */
  keep(update: { update_id: number }, why: { reference: string; code: string }): Promise<void>
  /** Drops what is older than two days; how many. */
  purge(): Promise<number>
}

/** Updates that failed three times, for a human to look at. They hold a person's words, so they do not stay. */
export function makeParked({ vault, clock }: { vault: FolderVault; clock: Clock }): Parked {
  const isOld = (name: string): boolean => {
    const since = NAME.exec(name)?.[1]
    return since !== undefined && Number(since) < clock.now() - KEPT_MS
  }
  return {
    keep: (update, why) => vault.putGlobal(`parked-${clock.now()}-${update.update_id}.json`, Buffer.from(JSON.stringify({ ...why, update }))),
    async purge() {
      const old = (await vault.globals()).filter(isOld)
      for (const name of old) await vault.dropGlobal(name)
      return old.length
    },
  }
}
