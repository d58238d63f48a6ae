import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { newId } from '../../src/lib/ids.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { sentCase } from '../review/sent-case.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { peek } from '../support/record.ts'
import { until } from '../support/waiting.ts'

/** A minute of Telegram passes in a second and a half, for it and for us. */
const SPEED = 40
/** The way to the stand-in takes its milliseconds: sped up they would count forty times. */
const WAY_MS = 250
const PEOPLE = 60

let product: TestProduct
beforeEach(async () => { product = await startProduct({ limits: 'telegram', speed: SPEED, overrides: { sweepMs: 300, groupWindowMs: 60_000 / SPEED + WAY_MS } }) })
afterEach(() => product.stop())

it('sixty cases sent in one minute all arrive: a topic and a pinned card each, none twice, within Telegram’s limit', { timeout: 120_000 }, async () => {
  const catalogue = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  if (!catalogue.ok) throw new Error('the catalogue has mistakes')
  const picture = await photoOf('ЖЕКЕ КУӘЛІК')
  await peek(product, async ({ store, vault }) => {
    const app = { store, vault, newId, catalogue: catalogue.catalogue } as unknown as App
    for (let n = 1; n <= PEOPLE; n++) {
      const number = `26-${String(n).padStart(4, '0')}`
      const sent = await sentCase(app, { number, account: 10_000 + n, applicant: `i-${n}`, answers: { name: `Адам №${n}` }, picture })
      await store.save({ case: sent, expected: sent.revision, update: null, effects: [{ kind: 'card', case: sent.id }] })
    }
  })
  const pinned = async () => (await product.sim.topics()).filter((topic) => topic.pinned.length > 0)
  await until('all cards', async () => (await pinned()).length === PEOPLE, 90_000)
  const topics = await product.sim.topics()
  expect(topics).toHaveLength(PEOPLE)
  expect(new Set(topics.map(({ name }) => name)).size).toBe(PEOPLE)
  // One card in each: nothing was posted a second time after a refusal.
  for (const { thread } of topics.slice(0, 10)) {
    expect((await product.sim.groupMessages(thread)).filter(({ reply_markup }) => reply_markup !== undefined)).toHaveLength(1)
  }
  // Refusals of Telegram were met at most before the pace was known.
  expect(product.errors).toEqual([])
})
