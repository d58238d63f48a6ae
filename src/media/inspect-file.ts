import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Inspection, InspectionJob, SeenPage } from './inspection.ts'
import { judge } from './judge.ts'
import { LIMITS, Refused } from './limits.ts'
import { readHeic } from './read-heic.ts'
import { readPdf } from './read-pdf.ts'
import { readPicture } from './read-picture.ts'
import { sniff } from './sniff.ts'

/** Begins a page: tells whoever watches the clock. */
export type Begin = (page: number) => Promise<void>

/** The whole work of one job, inside the process that may die. See `Inspector.inspect`. */
export async function inspectFile(job: InspectionJob, begin: Begin): Promise<Inspection> {
  const { size } = await stat(job.path)
  if (size === 0) return { ok: false, reason: 'empty' }
  if (size > LIMITS.fileBytes) return { ok: false, reason: 'too-large' }
  const bytes = await readFile(job.path)
  const { kind, mime, extension, detected } = await sniff(bytes)
  if (kind === null) return { ok: false, reason: 'unsupported', ...(detected && { detected }) }
  try {
    const pages: SeenPage[] = []
    const how = { origin: kind === 'pdf' ? 'pdf' : 'photo', zone: job.zone, today: job.today } as const
    for await (const jpeg of kind === 'pdf' ? readPdf(bytes, job.maxPages, begin) : picture(bytes, kind)) {
      const file = join(job.outDir, `page-${pages.length + 1}.jpg`)
      const judged = await judge(jpeg, how)
      await writeFile(file, jpeg)
      pages.push({ file, ...judged })
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { ok: true, kind, mime, extension, pages, sha256 }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason, detected: kind }
    throw error
  }
}

async function* picture(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp' | 'heic'): AsyncGenerator<Uint8Array> {
  yield await (kind === 'heic' ? readHeic(bytes) : readPicture(bytes, kind))
}
