import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBotProcess, runMain } from '../support/bot-process.ts'

let bot: Awaited<ReturnType<typeof startBotProcess>>
let dir: string
beforeAll(async () => {
  bot = await startBotProcess()
  dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-start-'))
})
afterAll(async () => {
  await bot.stop()
  await rm(dir, { recursive: true, force: true })
})

it('stops in order within seconds, and refuses to start with another VAULT_KEY', async () => {
  const me = await bot.sim.person({ firstName: 'Кілт', language: 'kk' })
  await me.start()
  await me.expects('Тілді', { timeout: 15_000 })
  expect(await bot.term()).toBe(0)
  const { code, said } = await runMain({ ...bot.env, VAULT_KEY: Buffer.alloc(32, 9).toString('base64') })
  expect([code, said]).toEqual([78, expect.stringMatching(/VAULT_KEY does not open the vault/)])
})

it('names a vault that cannot be used, and a token that Telegram does not know', async () => {
  await writeFile(path.join(dir, 'file'), '')
  const [vault, token] = await Promise.all([
    runMain({ ...bot.env, VAULT_DIR: path.join(dir, 'file/vault') }),
    runMain({ ...bot.env, VAULT_DIR: path.join(dir, 'vault'), BOT_TOKEN: '7000000001:WRONG-token-for-trying-out-00000001' }),
  ])
  expect([vault.code, vault.said]).toEqual([78, expect.stringContaining('VAULT_DIR cannot be used')])
  expect([token.code, token.said]).toEqual([78, expect.stringContaining('BOT_TOKEN is not accepted')])
})

it('names every wrong setting at once', async () => {
  const { code, said } = await runMain({ BOT_TOKEN: 'x', STAFF_CHAT_ID: 'group', REDIS_URL: 'localhost', VAULT_KEY: 'short', PORT: '99999', TZ: 'Aksu', WEBHOOK_URL: 'http://example.org/hook', LOG_LEVEL: 'loud' })
  expect(code).toBe(78)
  for (const name of ['BOT_TOKEN', 'STAFF_CHAT_ID', 'REDIS_URL', 'VAULT_KEY', 'PORT', 'TZ', 'WEBHOOK_URL', 'LOG_LEVEL']) expect(said).toContain(`  - ${name} `)
})

it('does not go live while the profile leaves gaps: each of the ten facts is named', async () => {
  const { QUJAT_SIMULATOR, ...live } = bot.env
  const { code, said } = await runMain({ ...live, CENTRE_FILE: path.join(import.meta.dirname, '../../catalogue/centre.yaml') })
  expect([QUJAT_SIMULATOR, code]).toEqual(['1', 78])
  for (const fact of ['legalName', 'bin', 'address', 'responsiblePerson', 'dataList', 'retention', 'thirdParties', 'hostingCountry', 'dossierDelivery', 'filing']) expect(said).toContain(`  - ${fact}\n`)
})
