import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Centre } from '../../src/domain/centre/profile.ts'
import { compose, type Overrides, type Product } from '../../src/compose.ts'
import type { Config } from '../../src/config.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { loadCentre } from '../../src/storage/centre-file.ts'
import { connectSimulator, type SimulatorClient } from '../../simulator/client.ts'
import { type Simulator, startSimulator } from '../../simulator/index.ts'
import { startRedis, type TestRedis } from './redis.ts'

const root = path.join(import.meta.dirname, '../..')
const quiet = { info: () => {}, warn: () => {}, error: (fields: object, text: string) => { if (process.env['SHOW_LOG']) console.error(text, fields) } }

export type TestProduct = {
  sim: SimulatorClient
  simulator: Simulator
  redis: TestRedis
  config: Config
  vaultDir: string
  /** What the product logged as an error. */
  errors: string[]
  restart(): Promise<void>
  stop(): Promise<void>
}

type Options = { limits?: 'telegram' | 'off'; speed?: number; overrides?: Overrides; config?: Partial<Config>; centre?: string; profile?: Partial<Centre> }

/** The whole product as it runs: real Redis, real vault, the stand-in over HTTP. Only the API root differs from production. */
export async function startProduct(options: Options = {}): Promise<TestProduct> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-test-'))
  const redis = await startRedis()
  const simulator = await startSimulator({ port: 0, limits: options.limits ?? 'off', persons: [], ...(options.speed ? { speed: options.speed } : {}) })
  const config: Config = {
    botToken: simulator.token, botApiRoot: simulator.apiRoot, staffChatId: simulator.staffChatId, managerIds: [], redisUrl: redis.url,
    vaultDir: path.join(dir, 'vault'), vaultKey: randomBytes(32), port: 0, centreFile: '', catalogueDir: '', timeZone: 'Asia/Almaty', logLevel: 'error', live: false,
    ...options.config,
  }
  const catalogue = await loadCatalogue(path.join(root, 'catalogue'))
  const centre = await loadCentre(path.join(root, options.centre ?? 'catalogue/centre.example.yaml'))
  if (!catalogue.ok || !centre.ok) throw new Error('the content has mistakes')
  const errors: string[] = []
  const log = { ...quiet, error: (fields: object, text: string) => { errors.push(`${text} ${JSON.stringify(fields)}`); quiet.error(fields, text) } }
  const open = async (): Promise<Product> => {
    const product = compose(config, { catalogue: catalogue.catalogue, files: catalogue.files, centre: { ...centre.centre, ...options.profile }, formFile: centre.formFile }, log, options.overrides)
    await product.start()
    return product
  }
  let product = await open()
  return {
    sim: connectSimulator(simulator.url), simulator, redis, config, vaultDir: config.vaultDir, errors,
    async restart() { await product.stop(); product = await open() },
    async stop() {
      await product.stop()
      await simulator.stop()
      await redis.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
