import { existsSync } from 'node:fs'
import pino from 'pino'
import { compose } from './compose.ts'
import { parseConfig } from './config.ts'
import { missingForLive } from './domain/centre/profile.ts'
import { claimWorkDir } from './lib/work-dir.ts'
import { loadCatalogue } from './storage/catalogue-files.ts'
import { loadCentre } from './storage/centre-file.ts'
import type { Mistake } from './storage/yaml-file.ts'
import { makeWords } from './i18n/words.ts'

/** Ends the process with every mistake named, one a line, for the person who edits the settings. */
function giveUp(title: string, lines: string[]): never {
  process.stderr.write(`${title}\n${lines.map((line) => `  - ${line}`).join('\n')}\n`)
  process.exit(78)
}

/** File, line, place in the file, and what to write instead. */
const sayMistake = ({ file, line, path, reason, values }: Mistake): string =>
  `${file}:${line}: ${path}: ${makeWords().in('en')(`requirements.${reason}`, values)}`

if (existsSync('.env')) process.loadEnvFile('.env')
const parsed = parseConfig(process.env)
if (!parsed.ok) giveUp('Qujat cannot start: the configuration has mistakes.', parsed.mistakes)
const { config } = parsed

const [catalogue, centre] = await Promise.all([loadCatalogue(config.catalogueDir), loadCentre(config.centreFile)])
  .catch((error: unknown) => giveUp('Qujat cannot start: CATALOGUE_DIR or CENTRE_FILE cannot be read.', [error instanceof Error ? error.message : String(error)]))
const mistakes = [...(catalogue.ok ? [] : catalogue.mistakes), ...(centre.ok ? [] : centre.mistakes)]
if (!catalogue.ok || !centre.ok) giveUp('Qujat cannot start: the content has mistakes.', mistakes.map(sayMistake))
const missing = config.live ? missingForLive(centre.centre) : []
if (missing.length > 0) giveUp(`Qujat cannot go live: ${config.centreFile} does not say:`, missing)

// A profile that promises links must not fall back to the chat: the consent would say something else.
if (config.live && centre.centre.dossierDelivery === 'link' && !config.publicUrl) giveUp('Qujat cannot go live:', ['PUBLIC_URL is missing: the profile delivers dossiers by link.'])

const log = pino({ level: config.logLevel, base: null })
claimWorkDir(config.vaultDir, Date.now())
if (config.live && centre.centre.example) log.warn({ file: config.centreFile }, 'this centre is an invented example: people will be shown its facts')
const product = compose(config, { catalogue: catalogue.catalogue, files: catalogue.files, centre: centre.centre, formFile: centre.formFile }, log)

let stopping = false
const stop = async (signal: string): Promise<void> => {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'stopping')
  // Nothing that hangs may hold up a deploy: what is not confirmed comes again.
  setTimeout(() => process.exit(1), 20_000).unref()
  await product.stop()
  process.exit(0)
}
process.on('SIGTERM', (signal) => void stop(signal))
process.on('SIGINT', (signal) => void stop(signal))
process.on('unhandledRejection', (error) => log.error({ code: error instanceof Error ? error.name : 'unknown' }, 'unhandled rejection'))

await product.start().catch((error: unknown) => giveUp('Qujat cannot start:', [error instanceof Error ? error.message : String(error)]))
log.info({ professions: catalogue.catalogue.entries.size, webhook: config.webhook !== undefined }, 'ready')
