import { join } from 'node:path'
import { type Bundle, bundlesOf, originalName } from './domain/dossier/bundles.ts'
import { caseData, caseSchema } from './domain/dossier/case-data.ts'
import { judgeCase } from './domain/interview/judged.ts'
import { type LazyFile, writeBagFolder } from './papers/bag-folder.ts'
import { loadCatalogue } from './storage/catalogue-files.ts'
import { fromBytes, SNAPSHOT, Snapshot } from './storage/snapshot-record.ts'
import type { Upkeep } from './storage/upkeep/upkeep.ts'

/** The case with that number, by the vault alone. */
async function findByNumber({ vault }: Upkeep, number: string): Promise<Snapshot | null> {
  for (const id of await vault.cases()) {
    const bytes = await vault.get(id, SNAPSHOT).catch(() => null)
    const snapshot = bytes && Snapshot.safeParse(fromBytes(bytes))
    if (snapshot?.success && (snapshot.data.case.number === number || id === number)) return snapshot.data
  }
  return null
}

async function bundlesIn(snapshot: Snapshot, catalogueDir: string, today: string): Promise<Bundle[]> {
  const loaded = await loadCatalogue(catalogueDir)
  const entry = loaded.ok ? (loaded.catalogue.entries.get(snapshot.case.profession ?? '') ?? null) : null
  return bundlesOf(snapshot.case, judgeCase(snapshot.case, { entry, today, examLanguages: ['kk', 'ru'] }).items)
}

/** Everything of one case as a bag: originals byte for byte, every sealed round, `case.json`, what was measured. The folder's path, or null when there is no such case. */
export async function exportCase(upkeep: Upkeep, { number, to, catalogueDir, today }: { number: string; to: string; catalogueDir: string; today: string }): Promise<string | null> {
  const snapshot = await findByNumber(upkeep, number)
  if (!snapshot) return null
  const { case: found, words } = snapshot
  const bundles = await bundlesIn(snapshot, catalogueDir, today)
  const text = (name: string, value: object): LazyFile => ({ name, read: async () => Buffer.from(`${JSON.stringify(value, null, 2)}\n`) })
  const kept = (name: string, as: string): LazyFile => ({ name: as, read: () => upkeep.vault.get(found.id, name) })
  const names = await upkeep.vault.list(found.id)
  const files = [
    text('case.json', caseData(found, bundles, { words })), text('case.schema.json', caseSchema()), text('audit.json', snapshot.audit),
    ...bundles.flatMap((bundle) => bundle.uploads.flatMap(({ original }, index) => (original === null ? [] : [kept(original, originalName(bundle, index))]))),
    ...names.filter((name) => /^(dossier|identity|application|sealed)-\d/.test(name)).map((name) => kept(name, `sealed/${name}`)),
    ...names.filter((name) => /^metrics-/.test(name)).map((name) => kept(name, `metrics/${name}`)),
  ]
  const dir = join(to, found.number ?? found.id)
  const info = [['Bagging-Date', today], ['External-Identifier', found.number ?? found.id], ['External-Description', 'Originals as they were sent, with their metadata.']] as const
  await writeBagFolder(dir, files, { info, progress: upkeep.progress })
  return dir
}
