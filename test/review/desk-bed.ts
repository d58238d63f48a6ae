import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Redis } from 'ioredis'
import type { Sealing } from '../../src/app/dossier/sealing.ts'
import type { CatalogueFiles, Effect, Inspector } from '../../src/app/ports.ts'
import type { Desk } from '../../src/app/review/desk.ts'
import { makeLiveCatalogue } from '../../src/app/updates/live-catalogue.ts'
import { readSheet } from '../../src/papers/read-sheet.ts'
import { makeWords } from '../../src/i18n/words.ts'
import { newId } from '../../src/lib/ids.ts'
import { newKey } from '../../src/lib/seal.ts'
import { makeInspector } from '../../src/media/inspector.ts'
import { withoutPrivate } from '../../src/media/without-private.ts'
import { packVolumes } from '../../src/papers/bag.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { writeSheet } from '../../src/papers/write-sheet.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { loadCentre } from '../../src/storage/centre-file.ts'
import { connectRedis } from '../../src/storage/redis.ts'
import { makeWaking } from '../../src/storage/waking.ts'
import { makeStorage } from '../../src/storage/storage.ts'
import { photoOf } from '../support/photo.ts'
import { startRedis } from '../support/redis.ts'
import { makeRecorder, type Recorder } from './recorder.ts'
import { AT } from './sent-case.ts'

const root = path.join(import.meta.dirname, '../..')

export type DeskBed = Desk & Sealing & { inspector: Inspector; messenger: Recorder; picture: Uint8Array; files: CatalogueFiles; asked: Effect[]; logged: string[]; now: number; redis: Redis; wake(): Promise<void>; end(): Promise<void> }

/** The desk over a real Redis and a real vault; the platform is a recorder, jobs are run by hand. */
export async function makeDeskBed(centreFile = 'centre.example.yaml'): Promise<DeskBed> {
  const server = await startRedis()
  const redis = connectRedis(server.url)
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-desk-'))
  const catalogue = await loadCatalogue(path.join(root, 'catalogue'))
  const centre = await loadCentre(path.join(root, 'catalogue', centreFile))
  if (!catalogue.ok || !centre.ok) throw new Error('the content has mistakes')
  const live = makeLiveCatalogue(catalogue.catalogue)
  const asked: Effect[] = []
  const logged: string[] = []
  const log = (fields: Record<string, unknown>, text: string): void => { logged.push(`${text} ${JSON.stringify(fields)}`) }
  const inspector = makeInspector()
  const bed: DeskBed = {
    redis, files: catalogue.files, wake: async () => { throw new Error('not ready') },
    store: null as never, vault: null as never, dialogues: null as never, publicUrl: null, now: AT + 3 * 86_400_000,
    clock: { now: () => bed.now, today: () => '2026-11-23' },
    words: makeWords(), catalogue: live.catalogue, catalogueOf: live.of, live, versions: null as never, readSheet, centre: centre.centre, search: () => [], newId,
    messenger: makeRecorder(), managers: [], writeSheet, queue: { dispatch: async (effects) => { asked.push(...effects.map(({ effect }) => effect)) } },
    log: { info: log, warn: log, error: log }, render: renderPaper, drawForm: renderPaper, inspector, pack: packVolumes, clean: withoutPrivate, picture: await photoOf('ЖЕКЕ КУӘЛІК'), asked, logged,
    async end() {
      await inspector.stop()
      redis.disconnect()
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
  const storage = makeStorage({ redis, dir, vaultKey: newKey(), clock: bed.clock, onEffects: (more) => { asked.push(...more.map(({ effect }) => effect)) } })
  const waking = makeWaking({ ...storage, clock: bed.clock, log: bed.log, vaultDir: dir })
  return Object.assign(bed, { store: storage.store, vault: storage.vault, versions: storage.versions, files: catalogue.files, wake: waking.remember })
}

let presses = 1000

/** A press by a reviewer on the case as it stands. */
export const by = (id: number, found: { id: string; stamp: number }, name = `Reviewer ${id}`) =>
  ({ id: found.id, revision: found.stamp, update: ++presses, actor: { id, name } })
