import { z } from 'zod'
import type { Page, Upload } from '../../domain/case/case.ts'
import { alike, type Alike, asDuplicate, isSameFile, isSamePicture } from '../../domain/documents/same-picture.ts'
import type { App } from '../app.ts'

/** The vault's name for what was measured on the pages of a file. */
export const metricsFile = (upload: string): string => `metrics-${upload}.json`

const Measured = z.array(z.object({ parts: z.string().default('') }))

const bytesOf = (parts: string): Uint8Array => Buffer.from(parts, 'base64')

async function partsOf(app: App, caseId: string, { upload, index }: Alike): Promise<Uint8Array> {
  const measured = Measured.parse(JSON.parse(Buffer.from(await app.vault.get(caseId, metricsFile(upload))).toString()))
  return bytesOf(measured[index]?.parts ?? '')
}

async function isKnown(app: App, caseId: string, { page, parts, before }: { page: Page; parts: string; before: readonly Upload[] }): Promise<boolean> {
  for (const other of alike(page, before)) if (isSamePicture(bytesOf(parts), await partsOf(app, caseId, other))) return true
  return false
}

/** Pages with the doubt `duplicate` where the case holds the same picture already. `parts` are those of the pages, in base64. */
export async function withDuplicates(app: App, caseId: string, file: { pages: readonly Page[]; parts: readonly string[]; sha256: string; before: readonly Upload[] }): Promise<Page[]> {
  const { pages, parts, sha256, before } = file
  if (isSameFile(sha256, before)) return pages.map(asDuplicate)
  return Promise.all(pages.map(async (page, at) => ((await isKnown(app, caseId, { page, parts: parts[at] ?? '', before })) ? asDuplicate(page) : page)))
}
