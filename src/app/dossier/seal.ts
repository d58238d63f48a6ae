import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case } from '../../domain/case/case.ts'
import { type Bundle, bundlesOf, isWaiting, originalName } from '../../domain/dossier/bundles.ts'
import { caseData } from '../../domain/dossier/case-data.ts'
import { type SealedFile, type SealedIndex, sealedNames } from '../../domain/dossier/sealed.ts'
import { judgedOf } from '../app.ts'
import { applicationPaper } from './application-paper.ts'
import { askCard } from './ask-card.ts'
import { dossierPaper } from './dossier-paper.ts'
import type { Outcome, Sealing } from './sealing.ts'

const AGAIN_MS = 3000
const MOST_IN_BAG = 44_000_000

type Making = { deps: Sealing; found: Case; dir: string; issuedAt: string }
type BagFile = Parameters<Sealing['pack']>[0][number]

async function fromVault({ deps, found, dir }: Making, name: string): Promise<string> {
  const file = path.join(dir, name)
  await deps.vault.getToFile(found.id, name, file)
  return file
}

/** Reading pages, one after another: a case has tens of them. */
async function pageFiles(making: Making, bundles: Bundle[]): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const page of bundles.flatMap(({ uploads }) => uploads.flatMap(({ pages }) => pages))) {
    files.set(page.file, await fromVault(making, page.file))
  }
  return files
}

/** What people sent, byte for byte, named item by item. */
async function originals(making: Making, bundles: Bundle[]): Promise<BagFile[]> {
  const files: BagFile[] = []
  for (const bundle of bundles) {
    for (const [index, upload] of bundle.uploads.entries()) {
      if (upload.original === null) continue
      const source = { path: await fromVault(making, upload.original) }
      files.push({ name: originalName(bundle, index), source, mtime: new Date(upload.at * 1000).toISOString() })
    }
  }
  return files
}

async function keep({ deps, found }: Making, file: Omit<SealedFile, 'sha256' | 'size'>, bytes: Uint8Array): Promise<SealedFile> {
  await deps.vault.put(found.id, file.name, bytes)
  return { ...file, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

async function papers(making: Making, bundles: Bundle[]): Promise<{ files: SealedFile[]; bag: BagFile[] }> {
  const { deps, found, issuedAt } = making
  const dossier = await deps.render(await dossierPaper(deps, found, await pageFiles(making, bundles)))
  const application = await deps.render(applicationPaper(deps, found))
  const shown = { dossier: `${found.number}-dossier.pdf`, application: `${found.number}-application.pdf` }
  const files = [
    await keep(making, { part: 'dossier', name: sealedNames.dossier(found.round), shown: shown.dossier }, dossier),
    await keep(making, { part: 'application', name: sealedNames.application(found.round), shown: shown.application }, application),
  ]
  const bag = [
    // A PDF larger than a volume would make a volume that Telegram refuses.
    ...(dossier.length < MOST_IN_BAG ? [{ name: 'dossier.pdf', source: { bytes: dossier }, mtime: issuedAt }] : []),
    { name: 'application.pdf', source: { bytes: application }, mtime: issuedAt },
  ]
  return { files, bag }
}

async function volumes(making: Making, bag: BagFile[]): Promise<SealedFile[]> {
  const { deps, found, dir } = making
  const packed = await deps.pack(bag, { baseName: `${found.number}-${found.round}`, outDir: dir })
  const files: SealedFile[] = []
  for (const [index, volume] of packed.entries()) {
    const name = sealedNames.volume(found.round, index + 1)
    files.push(await keep(making, { part: 'volume', name, shown: volume.name }, await readFile(volume.path)))
  }
  return files
}

async function make(making: Making): Promise<void> {
  const { deps, found, issuedAt } = making
  const bundles = bundlesOf(found, judgedOf(deps, found).items)
  const drawn = await papers(making, bundles)
  const words = await deps.store.words([...new Set(Object.values(found.secret.answers).map(({ q }) => q))])
  const data = Buffer.from(`${JSON.stringify(caseData(found, bundles, words), null, 2)}\n`)
  const bag = [...drawn.bag, { name: 'case.json', source: { bytes: data }, mtime: issuedAt }, ...(await originals(making, bundles))]
  const index: SealedIndex = { number: found.number ?? found.id, round: found.round, issuedAt, files: [...drawn.files, ...(await volumes(making, bag))] }
  await deps.vault.put(found.id, sealedNames.index(found.round), Buffer.from(JSON.stringify(index)))
}

/** Pages that came home after the sending changed the case: the card's buttons name an older revision. */
async function freshenCard(deps: Sealing, found: Case): Promise<void> {
  const sent = (await deps.store.audit(found.id)).findLast(({ what }) => what === `sent.${found.round}`)
  if (sent && sent.revision !== found.revision) await askCard(deps, found.id)
}

/**
 * The job that seals a round: PDF, application, zips with the untouched originals, and last the index that says so.
 * Repeating it is harmless. Waits while pages are still on their way. Throws on an outage or when a paper cannot be drawn.
 */
export async function seal(deps: Sealing, job: { case: string; round: number }): Promise<Outcome> {
  const found = await deps.store.load(job.case)
  if (!found || found.round !== job.round || found.sentAt === null) return 'done'
  if (await isSealed(deps, job)) return 'done'
  if (isWaiting(found)) return { again: AGAIN_MS }
  const dir = await mkdtemp(path.join(deps.tempDir ?? os.tmpdir(), 'qujat-seal-'))
  try {
    await make({ deps, found, dir, issuedAt: new Date(found.sentAt).toISOString() })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  await freshenCard(deps, found)
  return 'done'
}

/** Whether a round's package lies whole in the vault. */
export const isSealed = async (deps: Pick<Sealing, 'vault'>, job: { case: string; round: number }): Promise<boolean> =>
  (await deps.vault.has(job.case, sealedNames.index(job.round))) && (await deps.vault.has(job.case, sealedNames.dossier(job.round)))
