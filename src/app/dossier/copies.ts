import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Case, Upload } from '../../domain/case/case.ts'
import { type Bundle, originalName } from '../../domain/dossier/bundles.ts'
import type { Copy } from '../../domain/dossier/case-data.ts'
import type { Sealing as SealingOf } from '../../domain/dossier/sealed.ts'
import type { Sealing } from './sealing.ts'

/** A round while it is being sealed; `dir` is swept away afterwards. */
export type Making = { deps: Sealing; found: Case; sealing: SealingOf; dir: string; issuedAt: string }
export type BagFile = Parameters<Sealing['pack']>[0][number]

export async function fromVault({ deps, found, dir }: Making, name: string): Promise<string> {
  const file = path.join(dir, name)
  await deps.vault.getToFile(found.id, name, file)
  return file
}

/** The copy that leaves the house: without private metadata, and where a format cannot be cleaned, its page for reading instead. */
async function copyOf(making: Making, upload: Upload, original: string): Promise<{ source: { path: string }; copy: Copy }> {
  const file = await fromVault(making, original)
  const clean = making.deps.clean(await readFile(file), upload.extension ?? '')
  if (clean.how === 'untouched') return { source: { path: file }, copy: 'untouched' }
  if (clean.how === 'cleaned') {
    await writeFile(file, clean.bytes)
    return { source: { path: file }, copy: 'metadata-removed' }
  }
  const page = upload.pages[0]
  return page ? { source: { path: await fromVault(making, page.file) }, copy: 'converted' } : { source: { path: file }, copy: 'untouched' }
}

/** What people sent, named item by item, as it may be handed out; `said` tells of each file what was done to it. */
export async function copiesOf(making: Making, bundles: Bundle[]): Promise<{ files: BagFile[]; said: Map<string, { name: string; copy: Copy }> }> {
  const files: BagFile[] = []
  const said = new Map<string, { name: string; copy: Copy }>()
  for (const bundle of bundles) {
    for (const [index, upload] of bundle.uploads.entries()) {
      if (upload.original === null) continue
      const { source, copy } = await copyOf(making, upload, upload.original)
      const name = copy === 'converted' ? originalName(bundle, index).replace(/\.\w+$/, '.jpg') : originalName(bundle, index)
      said.set(upload.id, { name, copy })
      files.push({ name, source, mtime: new Date(upload.at * 1000).toISOString() })
    }
  }
  return { files, said }
}

/** What people sent stays in the vault: the package tells of each file that it is not in it. */
export function withheld(bundles: Bundle[]): Awaited<ReturnType<typeof copiesOf>> {
  const said = bundles.flatMap((bundle) => bundle.uploads.map((upload, index) => [upload.id, { name: originalName(bundle, index), copy: 'not-included' as const }] as const))
  return { files: [], said: new Map(said) }
}
