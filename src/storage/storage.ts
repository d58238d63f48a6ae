import type { Redis } from 'ioredis'
import type { Clock, Dialogues } from '../app/ports.ts'
import type { CatalogueVersions } from '../app/ports.ts'
import { makeCatalogueVersions, restoreVersions } from './catalogue-versions.ts'
import { makeCaseStore, type RedisCaseStore } from './case-store.ts'
import type { PendingEffect } from './effect-record.ts'
import { makeKeyFiles } from './key-files.ts'
import { makeKeyring, type Keyring } from './keys.ts'
import { makePace, type Pace } from './pace.ts'
import type { NoticeStore } from '../app/ports.ts'
import { makeNotices } from './notices.ts'
import { makeParked, type Parked } from './parked.ts'
import { makeDialogues } from './dialogues.ts'
import { redisKeys } from './redis-keys.ts'
import { makeSnapshots, type Snapshots } from './snapshots.ts'
import { makeVaultFolder, type FolderVault } from './vault-folder.ts'

export type StorageOptions = {
  redis: Redis
  /** The vault's folder; made if need be. */
  dir: string
  /** 32 bytes. */
  vaultKey: Uint8Array
  vaultKeyOld?: Uint8Array | undefined
  clock: Clock
  prefix?: string | undefined
  onEffects?: ((effects: PendingEffect[]) => void) | undefined
  /** Messages of notices a second, over all processes. */
  noticesPerSecond?: number | undefined
}

export type Storage = { dialogues: Dialogues; store: RedisCaseStore; vault: FolderVault; snapshots: Snapshots; keyring: Keyring; parked: Parked; pace: Pace; notices: NoticeStore; versions: CatalogueVersions; restoreVersions(versions: Record<string, string>): Promise<void> }

/** Telegram lets thirty go; the rest is for people who press and write. */
const NOTICES_PER_SECOND = 25

/** Store, vault and snapshots over one keyring. */
export function makeStorage(options: StorageOptions): Storage {
  const keyring = makeKeyring({ ...options, files: makeKeyFiles(options.dir) })
  const vault = makeVaultFolder({ dir: options.dir, keyring })
  const store = makeCaseStore({ ...options, keyring, vault })
  return {
    store, vault, keyring, parked: makeParked({ vault, clock: options.clock }), snapshots: makeSnapshots({ store, vault, clock: options.clock }),
    versions: makeCatalogueVersions({ redis: options.redis, keys: redisKeys(options.prefix), vault, onEffects: options.onEffects, now: options.clock.now }),
    notices: makeNotices({ redis: options.redis, keys: redisKeys(options.prefix), now: options.clock.now, perSecond: options.noticesPerSecond ?? NOTICES_PER_SECOND }),
    restoreVersions: (versions) => restoreVersions({ redis: options.redis, keys: redisKeys(options.prefix) }, versions),
    pace: makePace({ redis: options.redis, keys: redisKeys(options.prefix) }),
    dialogues: makeDialogues({ redis: options.redis, keys: redisKeys(options.prefix), keyring }),
  }
}
