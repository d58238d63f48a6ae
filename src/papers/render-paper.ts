import { mkdtemp, readFile, rm, writeFile, cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Coverage, readCoverage } from './font-coverage.ts'
import { placePictures } from './place-pictures.ts'
import type { Paper } from '../domain/dossier/paper.ts'
import { printableAll } from './printable.ts'
import { runTypesetter } from './run-typesetter.ts'

export type RenderOptions = {
  /** Milliseconds until the typesetting process is killed; 30 000 by default. */
  timeoutMs?: number
  /** Existing directory for the job's temporary folder; the system's by default. On the JPEGs' disk they are linked, not copied. */
  workDir?: string
}

/** What the typesetting process reads; `paper` is JSON, `createdAt` seconds since 1970. */
export type TypesetJob = { template: string; paper: string; fontPaths: string[]; createdAt: number }

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url))
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))
const FACES = ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf', '700Bold/NotoSans_700Bold.ttf']

/**
 * Typesets a paper in a process of its own and gives back the PDF (PDF/A-2a, tagged, bookmarked).
 * The same paper gives the same bytes. Throws `TypesetError` (code `timeout`, `crashed` or `refused`),
 * and `RangeError` when `issuedAt` is no instant.
 */
export async function renderPaper(paper: Paper, options: RenderOptions = {}): Promise<Uint8Array> {
  const dir = await mkdtemp(join(options.workDir ?? tmpdir(), 'paper-'))
  try {
    await cp(TEMPLATES, dir, { recursive: true })
    await writeFile(join(dir, 'job.json'), JSON.stringify(await describe(paper, dir)))
    await runTypesetter(dir, options.timeoutMs ?? 30_000)
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
    fontPaths: FACES.map((face) => join(FONTS, dirname(face))),
    createdAt: secondsOf(paper.issuedAt),
  }
}

function secondsOf(instant: string): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError('issuedAt is not an ISO 8601 instant')
  return Math.floor(ms / 1000)
}

let known: Promise<Coverage> | undefined
function coverage(): Promise<Coverage> {
  known ??= readFile(join(FONTS, FACES[0]!)).then(readCoverage)
  return known
}
