process.on('message', (m) => { if (m === 'gc') (globalThis as any).gc?.(); const u = process.memoryUsage(); process.send?.({ ...u, cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000 * 1048576 }) })
process.on('disconnect', () => process.exit(0))
import { compose } from '../src/compose.ts'
import { parseConfig } from '../src/config.ts'
import { loadCatalogue } from '../src/storage/catalogue-files.ts'
import { loadCentre } from '../src/storage/centre-file.ts'
const parsed = parseConfig(process.env)
if (!parsed.ok) throw new Error(parsed.mistakes.join('\n'))
const [catalogue, centre] = await Promise.all([loadCatalogue(parsed.config.catalogueDir), loadCentre(parsed.config.centreFile)])
if (!catalogue.ok || !centre.ok) throw new Error('the content has mistakes')
const product = compose(parsed.config, { catalogue: catalogue.catalogue, centre: centre.centre }, { info: () => {}, warn: console.error as never, error: console.error as never }, {})
await product.start()
process.send?.({ port: product.webPort() })
