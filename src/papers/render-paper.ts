import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderSVG } from 'uqr'
import { coverage } from './font-coverage.ts'
import { FONT_FILES } from './fonts.ts'
import { placePictures } from './place-pictures.ts'
import type { Paper } from '../domain/dossier/paper.ts'
import { printableAll } from './printable.ts'
import { runTypesetter, type TypesetLimits } from './run-typesetter.ts'

export type RenderOptions = {
  /** Milliseconds and bytes at which the typesetting process is killed; by the number of pages if not given. */
  limits?: TypesetLimits
  /** Path of a Typst file of the centre's own that is set instead of the paper's template. */
  form?: string
  /** PDF/A-1b without bookmarks in place of PDF/A-2a: the one rendition that a tool at hand can validate. */
  plain?: boolean
  /** Existing directory for the job's temporary folder; the system's by default. On the JPEGs' disk they are linked, not copied. */
  workDir?: string
}

/** What the typesetting process reads; `paper` is JSON, `createdAt` seconds since 1970. */
export type TypesetJob = { template: string; paper: string; fontPaths: string[]; createdAt: number; plain?: boolean }

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url))
const SECOND = 1000
/** Measured: twelve pages with ten photos take 0.4 s and 273 MB; this leaves room for a slow, busy machine, and ends what has gone astray. */
const limitsFor = (pages: number): TypesetLimits => ({ timeoutMs: (30 + pages) * SECOND, maxMemory: (500 + 12 * pages) * 1_000_000 })

/**
 * Typesets a paper in a process of its own and gives back the PDF (PDF/A-2a, tagged, bookmarked).
 * The same paper gives the same bytes. Throws `TypesetError` (code `timeout`, `memory`, `crashed` or `refused`),
 * and `RangeError` when `issuedAt` is no instant.
 */
export async function renderPaper(paper: Paper, options: RenderOptions = {}): Promise<Uint8Array> {
  const dir = await mkdtemp(join(options.workDir ?? tmpdir(), 'paper-'))
  try {
    await cp(TEMPLATES, dir, { recursive: true })
    if (paper.qr !== undefined) await writeFile(join(dir, 'qr.svg'), renderSVG(paper.qr, { border: 0 }))
    await writeFile(join(dir, 'job.json'), JSON.stringify({ ...await describe(paper, dir), ...(options.form === undefined ? {} : { template: 'form' }), plain: options.plain ?? false }))
    if (options.form !== undefined) await copyFile(options.form, join(dir, 'form.typ'))
    await runTypesetter(dir, options.limits ?? limitsFor(paper.groups.reduce((sum, { pages }) => sum + pages.length, 0)))
    return await readFile(join(dir, 'paper.pdf'))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function describe(paper: Paper, dir: string): Promise<TypesetJob> {
  const words = printableAll({ ...paper, groups: [] }, await coverage())
  const groups = await placePictures(paper.groups, dir)
  return {
    template: paper.template,
    paper: JSON.stringify({ ...words, lang: paper.lang, groups: printableAll(groups, await coverage()) }),
    fontPaths: FONT_FILES.map((face) => dirname(face)),
    createdAt: secondsOf(paper.issuedAt),
  }
}

function secondsOf(instant: string): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError('issuedAt is not an ISO 8601 instant')
  return Math.floor(ms / 1000)
}
