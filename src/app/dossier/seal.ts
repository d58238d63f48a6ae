import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case } from '../../domain/case/case.ts'
import { type Bundle, bundlesOf, isWaiting } from '../../domain/dossier/bundles.ts'
import { caseData, caseSchema } from '../../domain/dossier/case-data.ts'
import { shownFile } from '../../domain/documents/arrange.ts'
import { inParts } from '../../domain/dossier/parts.ts'
import type { Paper } from '../../domain/dossier/paper.ts'
import { type SealedFile, type SealedIndex, sealedNames, type Sealing as SealingOf, sealingOf } from '../../domain/dossier/sealed.ts'
import { judgedOf } from '../app.ts'
import { applicationPaper } from './application-paper.ts'
import { askCard } from './ask-card.ts'
import { type BagFile, copiesOf, fromVault, type Making, withheld } from './copies.ts'
import { dossierPaper, identityPaper } from './dossier-paper.ts'
import type { Outcome, Sealing } from './sealing.ts'

const AGAIN_MS = 3000
/** A PDF larger than a volume would make a volume that Telegram refuses; words and frame need some room beside the pages. */
const MOST_IN_PDF = 40_000_000
/** What a chat can bear: beyond it the originals stay in the vault, staff hear so, and `vault export` hands them out. */
const MOST_IN_CHAT = 220_000_000

/** Reading pages, one after another: a case has tens of them. */
async function pageFiles(making: Making, bundles: Bundle[]): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const page of bundles.flatMap(({ uploads }) => uploads.flatMap(({ pages }) => pages))) {
    const chosen = shownFile(page)
    files.set(page.file, await fromVault(making, chosen !== page.file && (await making.deps.vault.has(making.found.id, chosen)) ? chosen : page.file))
  }
  return files
}

async function keep({ deps, found }: Making, file: Omit<SealedFile, 'sha256' | 'size'>, bytes: Uint8Array): Promise<SealedFile> {
  await deps.vault.put(found.id, file.name, bytes)
  return { ...file, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

/** Shown name of a part: `26-0001-dossier.pdf`, of several `26-0001-dossier-2.pdf`. */
const shownAs = ({ found, sealing }: Making, part: string, nth = ''): string =>
  `${found.number}${sealing.accepted === undefined ? '' : '-accepted'}-${part}${nth}.pdf`

const partName = (name: string, nth: string): string => name.replace('.pdf', `.part${nth}.pdf`)

/** One paper as PDFs below the platform's limit, each with a name in the bag. */
async function drawn(making: Making, part: 'dossier' | 'identity' | 'application', paper: Paper): Promise<{ files: SealedFile[]; bag: BagFile[] }> {
  const { deps, sealing, issuedAt } = making
  const parts = inParts(paper, await sizesOf(paper), MOST_IN_PDF)
  const files: SealedFile[] = []
  const bag: BagFile[] = []
  for (const [index, each] of parts.entries()) {
    const nth = parts.length === 1 ? '' : `-${index + 1}`
    const bytes = part === 'application' ? await deps.drawForm(each) : await deps.render(each)
    files.push(await keep(making, { part, name: nth === '' ? sealedNames[part](sealing) : partName(sealedNames[part](sealing), nth), shown: shownAs(making, part, nth) }, bytes))
    // On disk, not in memory: a large case has hundreds of megabytes of them.
    const file = path.join(making.dir, `${part}${nth}.pdf`)
    await writeFile(file, bytes)
    bag.push({ name: `${part}${nth}.pdf`, source: { path: file }, mtime: issuedAt })
  }
  return { files, bag }
}

async function sizesOf(paper: Paper): Promise<Map<string, number>> {
  const files = paper.groups.flatMap(({ pages }) => pages.map(({ file }) => file))
  return new Map(await Promise.all(files.map(async (file) => [file, (await stat(file)).size] as const)))
}

async function papers(making: Making, bundles: Bundle[]): Promise<{ files: SealedFile[]; bag: BagFile[] }> {
  const { deps, found, sealing } = making
  const drawing = { found, sealing, files: await pageFiles(making, bundles) }
  const identity = await identityPaper(deps, drawing)
  const all = [
    await drawn(making, 'dossier', await dossierPaper(deps, drawing)),
    ...(identity ? [await drawn(making, 'identity', identity)] : []),
    await drawn(making, 'application', await applicationPaper(deps, found)),
  ]
  return { files: all.flatMap(({ files }) => files), bag: all.flatMap(({ bag }) => bag) }
}

const groupName = ({ found, sealing }: Making): string => `${found.number}-${sealing.round}${sealing.accepted === undefined ? '' : '-accepted'}`

/** What each bag says of itself (RFC 8493, 2.2.2). */
function infoOf(making: Making): [string, string][] {
  const { deps, found, issuedAt } = making
  return [
    ['Source-Organization', deps.centre.legalName?.[found.lang] ?? deps.centre.name[found.lang]],
    ['Bagging-Date', issuedAt.slice(0, 10)], ['External-Identifier', found.number ?? found.id], ['Bag-Group-Identifier', groupName(making)],
    ['External-Description', 'Pictures are handed out without private metadata (place, device); case.json gives the checksums of what was sent, and says of each file whether it is the same bytes. The untouched originals stay in the vault.'],
  ]
}

async function volumes(making: Making, bag: BagFile[]): Promise<SealedFile[]> {
  const { deps, sealing, dir } = making
  const packed = await deps.pack(bag, { baseName: groupName(making), outDir: dir, info: infoOf(making) })
  const files: SealedFile[] = []
  for (const [index, volume] of packed.entries()) {
    const name = sealedNames.volume(sealing, index + 1)
    files.push(await keep(making, { part: 'volume', name, shown: volume.name }, await readFile(volume.path)))
  }
  return files
}

async function make(making: Making): Promise<void> {
  const { deps, found, sealing, issuedAt } = making
  const bundles = bundlesOf(found, judgedOf(deps, found).items)
  const made = await papers(making, bundles)
  const kept = bundles.flatMap(({ uploads }) => uploads).reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
  const copies = kept > MOST_IN_CHAT ? withheld(bundles) : await copiesOf(making, bundles)
  const words = await deps.store.words([...new Set(Object.values(found.secret.answers).map(({ q }) => q))])
  const json = (name: string, value: object): BagFile => ({ name, source: { bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) }, mtime: issuedAt })
  const bag = [...made.bag, json('case.json', caseData(found, bundles, { words, copies: copies.said })), json('case.schema.json', caseSchema()), ...copies.files]
  const files = [...made.files, ...(await volumes(making, bag))]
  const index: SealedIndex = { number: found.number ?? found.id, round: found.round, issuedAt, files, ...(kept > MOST_IN_CHAT ? { beyond: true } : {}) }
  await deps.vault.put(found.id, sealedNames.index(sealing), Buffer.from(JSON.stringify(index)))
}

/** Pages that came home after the sending changed the case: the card's buttons name an older revision. */
async function freshenCard(deps: Sealing, found: Case): Promise<void> {
  const sent = (await deps.store.audit(found.id)).findLast(({ what }) => what === `sent.${found.round}`)
  if (sent && sent.revision !== found.revision) await askCard(deps, found.id)
}

/** Whether the job's package is still to be made of the case as it stands. */
function isWanted(found: Case, { round, accepted }: SealJob): boolean {
  if (found.round !== round || found.sentAt === null) return false
  return accepted === undefined || sealingOf(found).accepted === accepted
}

type SealJob = { case: string } & SealingOf

/**
 * The job that seals a sending or the final acceptance: PDFs, application, zips with the originals, and last the index
 * that says so. Repeating it is harmless. Waits while pages are still on their way. Throws on an outage or when a paper cannot be drawn.
 */
export async function seal(deps: Sealing, job: SealJob): Promise<Outcome> {
  const found = await deps.store.load(job.case)
  if (!found || !isWanted(found, job) || (await isSealed(deps, job))) return 'done'
  if (isWaiting(found)) return { again: AGAIN_MS }
  const dir = await mkdtemp(path.join(deps.tempDir ?? os.tmpdir(), 'qujat-seal-'))
  const sealing = { round: job.round, accepted: job.accepted }
  const at = job.accepted === undefined ? found.sentAt ?? 0 : job.accepted * 1000
  try {
    await make({ deps, found, sealing, dir, issuedAt: new Date(at).toISOString() })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  if (job.accepted === undefined) await freshenCard(deps, found)
  return 'done'
}

/** Whether a package lies whole in the vault. */
export const isSealed = async (deps: Pick<Sealing, 'vault'>, job: SealJob): Promise<boolean> =>
  (await deps.vault.has(job.case, sealedNames.index(job))) && (await deps.vault.has(job.case, sealedNames.dossier(job)) || await deps.vault.has(job.case, partName(sealedNames.dossier(job), '-1')))
