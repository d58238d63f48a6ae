import path from 'node:path'
import type { App } from '../../src/app/app.ts'
import { newAccount } from '../../src/domain/case/account.ts'
import { type Lang, newCase } from '../../src/domain/case/case.ts'
import type { Status } from '../../src/domain/case/status.ts'
import { newId } from '../../src/lib/ids.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { type Kept, peek } from '../support/record.ts'

export type Seeded = { account: number; lang?: Lang; status?: Status; level?: string; number?: string }

/** People with a case each, put straight into the record: as many as a test needs. */
export async function seedPeople(kept: Kept, people: readonly Seeded[]): Promise<void> {
  const loaded = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  if (!loaded.ok) throw new Error('the catalogue has mistakes')
  await peek(kept, (storage) => seedInto(storage, people, loaded.catalogue.version))
}

export async function seedInto({ store }: Pick<Storage, 'store'>, people: readonly Seeded[], version: string): Promise<void> {
  const app = { store } as Pick<App, 'store'>
  for (let at = 0; at < people.length; at += 100) {
    await Promise.all(people.slice(at, at + 100).map(async ({ account, lang = 'ru', status = 'collecting', level = 'g6', number }) => {
      const consent = { version: '1', hash: 'c0ffee', lang, at: 1, account, name: null, withdrawnAt: null }
      const born = newCase({ id: newId(10), account, lang, catalogue: version, consent, at: 1000 })
      const told = (v: string) => ({ v, q: 'q', l: lang, at: 1 })
      const found = { ...born, secret: { ...born.secret, answers: { profession: told('electric-gas-welder'), level: told(level), birth: told('1990-01-01') } }, status, profession: 'electric-gas-welder', level, number: number ?? null }
      await app.store.create({ case: found, account: { ...newAccount(account), lang, current: found.id, cases: [found.id] }, update: null })
    }))
  }
}
