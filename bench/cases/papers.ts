import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { Paper } from '../../src/domain/dossier/paper.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { asSent, goodScene, photograph } from '../../test/photos/camera.ts'
import { SIZES } from '../../test/photos/labelled.ts'
import { renderPage } from '../../test/photos/render-page.ts'
import { median, report } from '../report.ts'

const PHOTOS = 10
const ROUNDS = 5
const IN_A_ROW = 100
const WATCH_MS = 15

/** Ten photos of a contract on a table, 2560 × 1920 each. */
async function photosIn(dir: string): Promise<string[]> {
  const page = await renderPage('contract', { dpi: 220 })
  const files: string[] = []
  for (let n = 1; n <= PHOTOS; n++) {
    const { jpeg } = await photograph(page, SIZES.contract, goodScene(n), 4000)
    const file = path.join(dir, `photo-${n}.jpg`)
    await writeFile(file, await sharp(await asSent(jpeg, 2560)).resize(1920, 2560, { fit: 'cover' }).jpeg({ quality: 90 }).toBuffer())
    files.push(file)
  }
  return files
}

const dossier = (files: string[]): Paper => ({
  template: 'dossier', lang: 'kk', title: 'Үміткердің құжаттар топтамасы', number: '№ 26-0001', qr: '26-0001', subtitle: 'Әлімбаева Гүлнәр Өтегенқызы', contents: 'Мазмұны',
  facts: Array.from({ length: 12 }, (_, n) => ({ label: `Жол ${n}`, value: 'Электр газбен дәнекерлеуші' })),
  sections: [{ heading: 'Жауаптар', rows: Array.from({ length: 30 }, (_, n) => ({ label: `Сұрақ ${n}`, value: 'Ақсу ферроқорытпа зауыты' })) }],
  groups: [{ heading: '1. Еңбек қызметін растайтын құжат', pages: files.map((file) => ({ file })) }],
  footer: '№ 26-0001', issuedAt: '2026-11-28T00:00:00Z', pageWord: 'Бет',
})

/** The most that any child of this process has held so far, in MB. */
async function childMemory(): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const peaks = await Promise.all(pids.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    return new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status) ? Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024 : 0
  }))
  return Math.max(0, ...peaks)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** A dossier of twelve pages with ten photos, beside img2pdf on the same photos, by turns. */
async function benchOne(dir: string, files: string[]): Promise<void> {
  const inputs = (await Promise.all(files.map((file) => stat(file)))).reduce((sum, { size }) => sum + size, 0)
  const own: number[] = []
  const reference: number[] = []
  let memory = 0
  let bytes = 0
  const watch = setInterval(() => void childMemory().then((peak) => { memory = Math.max(memory, peak) }), WATCH_MS)
  for (let n = 0; n < ROUNDS; n++) {
    own.push(await timed(async () => { bytes = (await renderPaper(dossier(files), { workDir: dir })).length }))
    if (existsSync('/usr/bin/img2pdf')) reference.push(await timed(async () => execFileSync('img2pdf', [...files, '-o', path.join(dir, 'reference.pdf')])))
  }
  clearInterval(watch)
  if (reference.length > 0) report({ what: `ten photos (${(inputs / 1e6).toFixed(1)} MB): wall time, times img2pdf (${median(reference).toFixed(0)} ms)`, measured: median(own) / median(reference), target: 3, unit: '' })
  else console.log(`  img2pdf is not installed; ten photos take ${median(own).toFixed(0)} ms`)
  report({ what: 'output, times the photos\' bytes', measured: bytes / inputs, target: 1.02, unit: '' })
  report({ what: 'most memory of the typesetting process', measured: memory, target: 400, unit: ' MB' })
}

/** What papers cost: one dossier, a hundred in a row, a package of 20 MB. */
export async function benchPapers(): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'qujat-papers-'))
  try {
    const files = await photosIn(dir)
    await benchOne(dir, files)
    const small = dossier(files.slice(0, 2))
    for (let n = 0; n < 10; n++) await renderPaper(small, { workDir: dir })
    const before = process.memoryUsage().rss
    for (let n = 0; n < IN_A_ROW; n++) await renderPaper(small, { workDir: dir })
    report({ what: `${IN_A_ROW} dossiers in a row: growth of the parent`, measured: Math.max(0, process.memoryUsage().rss - before) / 1e6, target: 20, unit: ' MB' })
    const child = fork(path.join(import.meta.dirname, 'bag-child.ts'), [dir])
    const [{ memory, bytes }] = (await once(child, 'message')) as [{ memory: number; bytes: number }]
    report({ what: `a package of ${(bytes / 1e6).toFixed(0)} MB: most memory of its process`, measured: memory, target: 150, unit: ' MB' })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
