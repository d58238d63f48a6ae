import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bagMistakes } from '../support/bagit-check.ts'
import { sha256 } from '../support/bag.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { reviewerOf, takes, topicOf } from '../support/reviewer.ts'
import { pause } from '../support/waiting.ts'
import { bornIn, toChecklist, toIdentity, toQueue } from '../support/welder.ts'

const root = path.join(import.meta.dirname, '../..')
const SNAPSHOT_MS = 900
let product: TestProduct
let other: TestRedis
let dir: string
beforeAll(async () => {
  product = await startProduct({ overrides: { snapshotMs: 300 } })
  other = await startRedis()
  dir = await mkdtemp(path.join(tmpdir(), 'vault-command-'))
})
afterAll(async () => {
  await product.stop()
  await other.stop()
  await rm(dir, { recursive: true, force: true })
})

const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64')

/** `npm run vault -- …`, as the launcher calls it. */
function vault(args: string[], more: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env['PATH'] ?? '', VAULT_DIR: product.vaultDir, VAULT_KEY: base64(product.config.vaultKey), CATALOGUE_DIR: path.join(root, 'catalogue'), ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/vault-command.ts', ...args], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + (error ? stderr : '') }))
  })
}

/** A folder as a bag: path → bytes. */
async function folder(at: string): Promise<Map<string, Buffer>> {
  const files = await readdir(at, { recursive: true, withFileTypes: true })
  const read = files.filter((each) => each.isFile()).map(async (each) => {
    const file = path.join(each.parentPath, each.name)
    return [path.relative(at, file), await readFile(file)] as const
  })
  return new Map(await Promise.all(read))
}

it('what is not understood, or not configured, is said with another exit code', async () => {
  expect(await vault(['tidy'])).toMatchObject({ code: 64, said: expect.stringContaining('npm run vault -- verify') })
  expect(await vault(['verify'], { VAULT_KEY: 'short' })).toMatchObject({ code: 78, said: expect.stringContaining('VAULT_KEY must be 32 bytes') })
})

it('a case is exported with its originals byte for byte, as a bag that a stranger can check', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Экспорт', language: 'kk' })
  await toIdentity(me, { name: 'Мұрағатов Мұрат', ...bornIn(1981) })
  const photo = await photoOf('КУӘЛІК', { seed: 7 })
  await me.sendsFile(photo, 'a.jpg', 'image/jpeg')
  await me.expects(/Алдым/)
  await pause(SNAPSHOT_MS)
  const { id } = await caseOf(product, me.id)
  expect(await vault(['export', id, '--to', dir])).toMatchObject({ code: 0, said: expect.stringContaining(id) })
  const bag = await folder(path.join(dir, id))
  expect(bagMistakes(bag)).toEqual([])
  expect(sha256(bag.get('data/01-identity-1.jpg')!)).toBe(sha256(photo))
  expect(await vault(['export', '99-9999', '--to', dir])).toMatchObject({ code: 1 })
})

it('a whole vault verifies; a changed byte and a lost page are each named, without a word about a person', { timeout: 60_000 }, async () => {
  expect(await vault(['verify'])).toMatchObject({ code: 0, said: expect.stringContaining('every checksum holds') })
  const [id = ''] = await readdir(path.join(product.vaultDir, 'cases'))
  const at = path.join(product.vaultDir, 'cases', id)
  const page = (await readdir(at)).find((name) => name.startsWith('page-'))!
  const bytes = await readFile(path.join(at, page))
  await writeFile(path.join(at, page), Buffer.concat([bytes.subarray(0, 40), Buffer.from([bytes[40]! ^ 1]), bytes.subarray(41)]))
  expect(await vault(['verify'])).toMatchObject({ code: 1, said: expect.stringContaining(`${id}/${page}: damaged`) })
  await rm(path.join(at, page))
  expect(await vault(['verify'])).toMatchObject({ code: 1, said: expect.stringContaining(`${id}/${page}: missing`) })
  await writeFile(path.join(at, page), bytes)
  expect(await vault(['verify'])).toMatchObject({ code: 0 })
})

it('a backup, carried to another machine with an empty Redis: people, reviewers and numbers go on', { timeout: 90_000 }, async () => {
  const [waiting, middle] = await Promise.all(['Кезекте', 'Ортасында'].map((firstName) => product.sim.person({ firstName, language: 'kk' })))
  await toQueue(waiting!, { name: 'Кезекбаев Кезек', ...bornIn(1982) })
  await toChecklist(middle!, { name: 'Ортабаев Орта', ...bornIn(1983) })
  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Кезекбаев')
  await takes(reviewer, thread)
  const desk = reviewer.inGroup(thread)
  await desk.presses('Вернуть')
  await pause(SNAPSHOT_MS)
  const [before, number] = [await caseOf(product, middle!.id), (await caseOf(product, waiting!.id)).number]

  const to = path.join(dir, 'backup')
  const first = await vault(['backup', to])
  expect(first).toMatchObject({ code: 0 })
  expect(await readdir(to)).toEqual(['keys', 'vault'])
  expect((await vault(['backup', to])).said).toMatch(/^0 files copied|^\d files copied/)
  const home = path.join(dir, 'home')
  const put = await vault(['restore', to], { VAULT_DIR: home, REDIS_URL: other.url })
  expect(put).toMatchObject({ code: 0, said: expect.stringMatching(/\d+ cases are in Redis again/) })

  Object.assign(product.config, { vaultDir: home, redisUrl: other.url })
  await product.restart()
  const kept = { ...product, vaultDir: home, redis: other }
  expect((await caseOf(kept, middle!.id)).secret.answers).toEqual(before.secret.answers)
  await middle!.says('/checklist')
  await middle!.expects('Сіздің құжаттар тізбеңіз')
  // The half-made decision is there as well.
  await desk.presses(/удостоверяющий личность/i)
  await desk.expects(/Почему возвращаем/i)
  const next = await product.sim.person({ firstName: 'Келесі', language: 'kk' })
  await toQueue(next, { name: 'Келесиев Келес', ...bornIn(1984) })
  const following = (await caseOf(kept, next.id)).number!
  expect(Number(following.slice(3))).toBeGreaterThan(Number(number!.slice(3)))
})

it('after a change of keys the old one opens nothing, people go on, and a person is known again by the IIN', { timeout: 90_000 }, async () => {
  const old = product.config.vaultKey
  const fresh = new Uint8Array(randomBytes(32))
  const where = { VAULT_DIR: product.config.vaultDir, REDIS_URL: other.url }
  expect(await vault(['rotate-key'], where)).toMatchObject({ code: 78, said: expect.stringContaining('VAULT_KEY_OLD is missing') })
  expect(await vault(['rotate-key'], { ...where, VAULT_KEY: base64(fresh), VAULT_KEY_OLD: base64(old) })).toMatchObject({ code: 0, said: expect.stringContaining('VAULT_KEY_OLD is needed no more') })
  expect(await vault(['rotate-key'], { ...where, VAULT_KEY: base64(fresh), VAULT_KEY_OLD: base64(old) })).toMatchObject({ code: 0, said: expect.stringMatching(/^0 keys wrapped anew/) })
  expect((await vault(['verify'], { ...where, VAULT_KEY: base64(old) })).said).toMatch(/key does not open/)
  expect(await vault(['verify'], { ...where, VAULT_KEY: base64(fresh) })).toMatchObject({ code: 0 })

  product.config.vaultKey = fresh
  await product.restart()
  const again = await product.sim.person({ firstName: 'Басқа', language: 'kk' })
  await toQueue(again, { name: 'Кезекбаев Кезек', ...bornIn(1982) })
  // The same topic, and its card says that the IIN is known from elsewhere.
  const topics = (await product.sim.topics()).filter(({ name }) => name.includes('Кезекбаев'))
  expect(topics).toHaveLength(1)
})

it('purge first lists, and erases only when told', { timeout: 60_000 }, async () => {
  const where = { VAULT_DIR: product.config.vaultDir, REDIS_URL: other.url, VAULT_KEY: base64(product.config.vaultKey) }
  expect(await vault(['purge', '--before', '2020-01-01', '--yes'], where)).toMatchObject({ code: 0, said: expect.stringContaining('0 cases erased') })
  expect(await vault(['purge'], where)).toMatchObject({ code: 64 })
})
