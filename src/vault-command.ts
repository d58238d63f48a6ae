import { parseArgs } from 'node:util'
import { parseVaultConfig } from './config.ts'
import { exportCase } from './export-case.ts'
import { systemClock } from './lib/clock.ts'
import { makeKeyFiles } from './storage/key-files.ts'
import { makeKeyring } from './storage/keys.ts'
import { connectRedis, reachRedis } from './storage/redis.ts'
import { redisKeys } from './storage/redis-keys.ts'
import { lastingIndexKeys } from './storage/index-keys.ts'
import { restore } from './storage/restore.ts'
import { makeStorage } from './storage/storage.ts'
import { backup, putBack } from './storage/upkeep/backup.ts'
import { dropHalves, purge, purgeable } from './storage/upkeep/purge.ts'
import { rotate } from './storage/upkeep/rotate.ts'
import type { Upkeep } from './storage/upkeep/upkeep.ts'
import { verify } from './storage/upkeep/verify.ts'
import { makeVaultFolder } from './storage/vault-folder.ts'

// npm run vault -- …: care of the vault by hand or by a timer. Exit codes: 0 done, 1 something is wrong, 64 not understood, 78 configuration.

const USAGE = `npm run vault -- verify                         opens every file and compares every checksum; changes nothing
npm run vault -- export NUMBER [--to DIR]       everything of one case, originals untouched, as a bag (BagIt 1.0)
npm run vault -- backup DIR                     copies what is new, sealed; the keys apart. May run while Qujat runs
npm run vault -- restore DIR                    puts a backup back and fills Redis from it
npm run vault -- rotate-key                     VAULT_KEY is the new key, VAULT_KEY_OLD the one before
npm run vault -- purge --before YYYY-MM-DD      lists cases decided before that day; with --yes erases them for good`

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

/** A bar on a terminal; in a log one line for each tenth. */
function bar(what: string): Upkeep['progress'] {
  let said = -1
  return (done, all) => {
    const tenth = Math.floor(done / all * 10)
    if (process.stderr.isTTY) process.stderr.write(`\r${what} ${'█'.repeat(tenth)}${'·'.repeat(10 - tenth)} ${done}/${all}${done === all ? '\n' : ''}`)
    else if (tenth !== said) process.stderr.write(`${what} ${done}/${all}\n`)
    said = tenth
  }
}

type Ready = { config: Extract<ReturnType<typeof parseVaultConfig>, { ok: true }>['config']; upkeep: Upkeep }

function prepare(): Ready {
  const parsed = parseVaultConfig(process.env)
  if (!parsed.ok) {
    process.stderr.write(`The configuration has mistakes.\n${parsed.mistakes.map((line) => `  - ${line}`).join('\n')}\n`)
    process.exit(78)
  }
  const { config } = parsed
  const { vaultDir: dir, vaultKey, vaultKeyOld } = config
  const keyring = makeKeyring({ redis: null, files: makeKeyFiles(dir), vaultKey, vaultKeyOld })
  return { config, upkeep: { dir, vault: makeVaultFolder({ dir, keyring }), keyring, vaultKeys: vaultKeyOld ? [vaultKey, vaultKeyOld] : [vaultKey], progress: () => {} } }
}

/** The vault together with Redis; only while Qujat does not run. */
async function withRedis<T>({ config }: Ready, work: (storage: ReturnType<typeof makeStorage>, redis: ReturnType<typeof connectRedis>) => Promise<T>): Promise<T> {
  if (!config.redisUrl) throw new Error('REDIS_URL is missing.')
  const redis = connectRedis(config.redisUrl, () => {})
  try {
    await reachRedis(redis, 10_000)
    const storage = makeStorage({ redis, dir: config.vaultDir, vaultKey: config.vaultKey, vaultKeyOld: config.vaultKeyOld, clock: systemClock(config.timeZone) })
    storage.store.indexWith(await lastingIndexKeys(storage))
    return await work(storage, redis)
  } finally {
    redis.disconnect()
  }
}

async function verifying({ upkeep }: Ready): Promise<number> {
  const { cases, files, bytes, problems } = await verify({ ...upkeep, progress: bar('cases') })
  for (const { place, what } of problems) print(`${place}: ${what}`)
  print(`${cases} cases, ${files} files, ${(bytes / 1e6).toFixed(1)} MB: ${problems.length === 0 ? 'everything opens, every checksum holds' : `${problems.length} problems`}`)
  return problems.length === 0 ? 0 : 1
}

async function backingUp({ upkeep }: Ready, to: string): Promise<number> {
  const { copied, there, erased } = await backup({ dir: upkeep.dir, progress: bar('files') }, to)
  print(`${copied} files copied, ${there} were there, ${erased} erased cases are erased there too. Carry ${to}/keys to another place than ${to}/vault.`)
  return 0
}

async function restoring(ready: Ready, from: string): Promise<number> {
  const { copied, there } = await putBack({ dir: ready.upkeep.dir, progress: bar('files') }, from)
  print(`${copied} files put back, ${there} were there.`)
  return withRedis(ready, async ({ store, vault, keyring, restoreVersions }) => {
    const { cases, erased, failed } = await restore({ store, vault, keyring, restoreVersions }, bar('cases'))
    await store.saveFact('born', new Date().toISOString().slice(0, 10))
    print(`${cases} cases are in Redis again, ${erased} erasures were repeated.`)
    for (const id of failed) print(`${id}: cannot be read`)
    return failed.length === 0 ? 0 : 1
  })
}

async function rotating(ready: Ready): Promise<number> {
  if (!ready.config.vaultKeyOld) {
    print('VAULT_KEY_OLD is missing: give the new key as VAULT_KEY and the one before as VAULT_KEY_OLD.')
    return 78
  }
  return withRedis(ready, async ({ store, vault, keyring }, redis) => {
    const replaceKey = async (id: string, wrapped: Uint8Array): Promise<void> => { await redis.set(redisKeys().key(id), Buffer.from(wrapped), 'XX') }
    const done = await rotate({ ...ready.upkeep, vault, keyring, store, files: makeKeyFiles(ready.upkeep.dir), replaceKey, progress: bar('keys') })
    print(`${done.rewrapped} keys wrapped anew, ${done.already} already were; ${done.globals} common files and ${done.topics} topics sealed anew.`)
    for (const place of done.failed) print(`${place}: opens with neither key`)
    print(done.failed.length === 0 ? 'VAULT_KEY_OLD is needed no more, but by backups made before now.' : 'Keep VAULT_KEY_OLD.')
    return done.failed.length === 0 ? 0 : 1
  })
}

async function purging(ready: Ready, { before, yes }: { before: string; yes: boolean }): Promise<number> {
  const found = await purgeable({ ...ready.upkeep, progress: bar('cases') }, Date.parse(`${before}T00:00:00+05:00`))
  for (const { number, id } of found) print(number ?? id)
  if (!yes) {
    print(`${found.length} cases were decided before ${before}. With --yes they are erased for good.`)
    return 0
  }
  await withRedis(ready, ({ store }) => purge({ store, progress: bar('erased') }, found))
  print(`${found.length} cases erased, ${await dropHalves(ready.upkeep.dir, Date.now())} half files removed.`)
  return 0
}

async function exporting({ config, upkeep }: Ready, number: string, to: string): Promise<number> {
  const made = await exportCase({ ...upkeep, progress: bar('files') }, { number, to, catalogueDir: config.catalogueDir, today: systemClock(config.timeZone).today() })
  print(made ?? `No case with the number ${number} is in the vault.`)
  return made ? 0 : 1
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { to: { type: 'string', default: '.' }, before: { type: 'string' }, yes: { type: 'boolean', default: false } } })
  const [command, what, ...rest] = positionals
  if (rest.length > 0) return print(USAGE), 64
  if (command === 'verify' && !what) return verifying(prepare())
  if (command === 'export' && what) return exporting(prepare(), what, values.to)
  if (command === 'backup' && what) return backingUp(prepare(), what)
  if (command === 'restore' && what) return restoring(prepare(), what)
  if (command === 'rotate-key' && !what) return rotating(prepare())
  if (command === 'purge' && !what && /^\d{4}-\d{2}-\d{2}$/.test(values.before ?? '')) return purging(prepare(), { before: values.before ?? '', yes: values.yes })
  return print(USAGE), 64
}

/** What went wrong is one line for whoever typed the command, or reads the timer's mail. */
const sayError = (error: unknown): number => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
}

process.exitCode = await run(process.argv.slice(2)).catch(sayError)
