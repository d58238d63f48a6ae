import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case, Page, Upload } from '../../domain/case/case.ts'
import type { App } from '../app.ts'
import type { SeenPage } from '../../domain/documents/verdict.ts'
import { changeCase } from '../change.ts'
import { metricsFile, withDuplicates } from './find-duplicates.ts'
import type { Inspection, Inspector, Messenger } from '../ports.ts'

export type Fetching = App & { messenger: Messenger; inspector: Inspector; tempDir?: string }

const find = (found: Case, id: string): Upload | undefined => found.secret.uploads.find((each) => each.id === id)

const settle = (app: App, request: { case: string; upload: string }, change: (upload: Upload, others: Upload[]) => Upload | Promise<Upload>): Promise<unknown> =>
  changeCase(app, request.case, null, async (found) => {
    const upload = find(found, request.upload)
    if (!upload || upload.state !== 'waiting') return { save: null, result: null }
    const changed = await change(upload, found.secret.uploads.filter((other) => other !== upload))
    const uploads = found.secret.uploads.map((each) => (each === upload ? changed : each))
    return { save: { ...found, secret: { ...found.secret, uploads } }, result: null }
  })

type Stored = Extract<Inspection, { ok: true }>

const cornersOf = ({ corners }: SeenPage): Page['corners'] => corners && corners.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))

async function keep(app: App, request: { case: string; upload: string }, original: string, seen: Stored): Promise<void> {
  const bytes = await readFile(original)
  const name = `original-${request.upload}.${seen.extension}`
  await app.vault.put(request.case, name, bytes)
  const pages: Page[] = []
  for (const [index, page] of seen.pages.entries()) {
    const file = `page-${request.upload}-${index + 1}.jpg`
    await app.vault.put(request.case, file, await readFile(page.file))
    pages.push({ file, width: page.width, height: page.height, doubts: page.verdict.doubts, look: page.look, zoned: page.zoned, zone: page.zone, corners: cornersOf(page), flat: false })
  }
  await app.vault.put(request.case, metricsFile(request.upload), Buffer.from(JSON.stringify(seen.pages.map(({ verdict, corners, look, parts }) => ({ ...verdict, corners, look, parts })))))
  // Asked of the case as it is in the moment of saving: two copies may arrive at once.
  await settle(app, request, async (upload, before) => ({
    ...upload, state: 'stored', original: name, extension: seen.extension, sha256: seen.sha256, bytes: bytes.length, fileId: '',
    pages: await withDuplicates(app, request.case, { pages, parts: seen.pages.map(({ parts }) => parts), sha256: seen.sha256, before }),
  }))
}

/**
 * The job that brings one file home: downloads it, looks at it in a process of its own, and puts original and
 * pages into the vault before the case says so. Repeating it is harmless. Throws on an outage; the queue tries again.
 */
export async function fetchUpload(app: Fetching, request: { case: string; upload: string }): Promise<void> {
  const found = await app.store.load(request.case)
  const upload = found && find(found, request.upload)
  if (!upload || upload.state !== 'waiting') return
  const dir = await mkdtemp(path.join(app.tempDir ?? os.tmpdir(), 'qujat-'))
  try {
    const original = path.join(dir, 'original')
    const got = await app.messenger.download(upload.fileId, original)
    const seen = got.ok ? await app.inspector.inspect({ path: original, outDir: dir, maxPages: 50, zone: true, today: app.clock.today() }) : got
    if (seen.ok && 'pages' in seen) return await keep(app, request, original, seen)
    const refusal = seen.ok ? 'broken' : seen.reason
    await settle(app, request, (each) => ({ ...each, state: 'refused', refusal }))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
