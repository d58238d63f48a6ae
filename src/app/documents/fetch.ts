import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case, Page, Upload } from '../../domain/case/case.ts'
import type { App } from '../app.ts'
import { withDuplicates } from '../../domain/documents/same-picture.ts'
import { changeCase } from '../change.ts'
import type { Inspection, Inspector, Messenger } from '../ports.ts'

export type Fetching = App & { messenger: Messenger; inspector: Inspector; tempDir?: string }

const find = (found: Case, id: string): Upload | undefined => found.secret.uploads.find((each) => each.id === id)

const settle = (app: App, request: { case: string; upload: string }, change: (upload: Upload, others: Upload[]) => Upload): Promise<unknown> =>
  changeCase(app, request.case, null, (found) => {
    const upload = find(found, request.upload)
    if (!upload || upload.state !== 'waiting') return { save: null, result: null }
    const uploads = found.secret.uploads.map((each) => (each === upload ? change(each, found.secret.uploads.filter((other) => other !== upload)) : each))
    return { save: { ...found, secret: { ...found.secret, uploads } }, result: null }
  })

type Stored = Extract<Inspection, { ok: true }>

async function keep(app: App, request: { case: string; upload: string }, original: string, seen: Stored): Promise<void> {
  const bytes = await readFile(original)
  const name = `original-${request.upload}.${seen.extension}`
  await app.vault.put(request.case, name, bytes)
  const pages: Page[] = []
  for (const [index, page] of seen.pages.entries()) {
    const file = `page-${request.upload}-${index + 1}.jpg`
    await app.vault.put(request.case, file, await readFile(page.file))
    pages.push({ file, width: page.width, height: page.height, doubts: page.verdict.doubts, look: page.look, zoned: page.zoned, zone: page.zone })
  }
  await app.vault.put(request.case, `metrics-${request.upload}.json`, Buffer.from(JSON.stringify(seen.pages.map(({ verdict, corners, look }) => ({ ...verdict, corners, look })))))
  // Asked of the case as it is in the moment of saving: two copies may arrive at once.
  await settle(app, request, (upload, others) => ({
    ...upload, state: 'stored', original: name, extension: seen.extension, sha256: seen.sha256, bytes: bytes.length, fileId: '',
    pages: withDuplicates(pages, seen.sha256, others),
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
