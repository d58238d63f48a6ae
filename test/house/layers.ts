import type { Import } from './imports.ts'

/** Who may import whom in src/. compose and main may import everything; `run-effect` stands beside compose. */
const MAY: Record<string, readonly string[]> = {
  telegram: ['app', 'domain', 'i18n', 'lib'],
  queue: ['app', 'domain', 'i18n', 'lib'],
  web: ['app', 'domain', 'i18n', 'lib'],
  storage: ['app/ports.ts', 'domain', 'lib'],
  media: ['app/ports.ts', 'domain', 'lib'],
  papers: ['app/ports.ts', 'domain', 'i18n', 'lib'],
  app: ['domain', 'lib'],
  domain: ['lib'],
  i18n: ['lib'],
  lib: [],
  'config.ts': [],
  'inspect-files.ts': ['media', 'i18n', 'domain', 'lib'],
  'catalogue-command.ts': ['app', 'storage', 'papers', 'domain', 'i18n'],
  'vault-command.ts': ['config.ts', 'export-case.ts', 'storage', 'lib'],
  'export-case.ts': ['storage', 'papers', 'domain', 'lib'],
  'run-effect.ts': ['app', 'domain', 'lib'],
}
const KNOW_EVERYONE = ['main.ts', 'compose.ts']

/** Packages that have one home, so that they can be changed in one place. */
const HOMES: Record<string, readonly string[]> = {
  grammy: ['telegram'], '@grammyjs/conversations': ['telegram'], '@grammyjs/types': ['telegram'],
  bullmq: ['queue'], ioredis: ['storage', 'queue', 'compose.ts'], i18next: ['i18n'], pino: ['main.ts'], yaml: ['storage'],
  sharp: ['media'], '@hyzyla/pdfium': ['media'], 'file-type': ['media'], 'heic-decode': ['media'],
  '@myriaddreamin/typst-ts-node-compiler': ['papers'], yazl: ['papers'], 'write-excel-file': ['papers'], 'read-excel-file': ['papers'], 'https-proxy-agent': ['compose.ts', 'telegram', 'lib'],
}

/** What domain/ may import beside itself and lib/. */
const PURE_PACKAGES = ['zod']

const roomOf = (at: string): string => at.split('/')[1] ?? ''

function ownBreach(edge: Import): boolean {
  if (!edge.to.startsWith('src/')) return true
  const room = roomOf(edge.from)
  if (room === roomOf(edge.to) || KNOW_EVERYONE.includes(room)) return false
  return !(MAY[room] ?? []).some((each) => edge.to === `src/${each}` || edge.to.startsWith(`src/${each}/`))
}

function packageBreach(edge: Import): boolean {
  const room = roomOf(edge.from)
  if (room === 'domain') return !PURE_PACKAGES.includes(edge.to)
  const home = HOMES[edge.to]
  return home !== undefined && !home.includes(room)
}

/** Imports that the table does not allow: "src/a.ts:3 → src/b.ts". */
export const layerBreaches = (edges: Import[]): string[] =>
  edges.filter((edge) => (edge.own ? ownBreach(edge) : packageBreach(edge))).map((edge) => `${edge.from}:${edge.line} → ${edge.to}`)

/** Rooms of src/ that the table does not know. */
export const unknownRooms = (paths: string[]): string[] =>
  [...new Set(paths.map(roomOf))].filter((room) => !(room in MAY) && !KNOW_EVERYONE.includes(room) && room !== 'config.test.ts')

/** In domain/ a feature knows another only through what is shared: case, requirements, and the small readers and facts below them. */
const SHARED = ['case', 'requirements', 'reading', 'centre', 'documents']

export function featureBreaches(edges: Import[]): string[] {
  const feature = (at: string): string => at.split('/')[2] ?? ''
  return edges.filter(({ from, to }) => from.startsWith('src/domain/') && to.startsWith('src/domain/'))
    .filter(({ from, to }) => feature(from) !== feature(to) && !SHARED.includes(feature(to)))
    .map((edge) => `${edge.from}:${edge.line} → ${edge.to}`)
}
