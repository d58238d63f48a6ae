import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { loadCentre } from '../../src/storage/centre-file.ts'
import { serveUsage } from './usage.ts'

/** The product whole, as main.ts starts it; only the pause between snapshots may be another. */
const parsed = parseConfig(process.env)
if (!parsed.ok) throw new Error(parsed.mistakes.join('\n'))
const [catalogue, centre] = await Promise.all([loadCatalogue(parsed.config.catalogueDir), loadCentre(parsed.config.centreFile)])
if (!catalogue.ok || !centre.ok) throw new Error('the content has mistakes')

const say = (fields: object, text: string): void => console.error(text, JSON.stringify(fields))
const snapshotMs = Number(process.env['BENCH_SNAPSHOT_MS'] ?? 0)
const noticesPerSecond = process.env['BENCH_NOTICES_PER_SECOND']
const product = compose(parsed.config, { catalogue: catalogue.catalogue, files: catalogue.files, centre: centre.centre, formFile: centre.formFile }, { info: () => {}, warn: say, error: say }, {
  ...(snapshotMs > 0 ? { snapshotMs } : {}), ...(noticesPerSecond === undefined ? {} : { noticesPerSecond: Number(noticesPerSecond) }),
})
await product.start()
serveUsage(product.webPort() ?? 0)
