import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LANGS, type Lang } from './domain/case/case.ts'
import type { SeenPage } from './domain/documents/verdict.ts'
import { makeWords } from './i18n/words.ts'
import { systemClock } from './lib/clock.ts'
import { writeContactSheet } from './media/contact-sheet.ts'
import { makeInspector } from './media/inspector.ts'

// npm run inspect -- FILE…: what the machine would say of these files, in numbers and words, and a picture of what it saw.

/** Not understood (sysexits EX_USAGE). */
const USAGE = 64
/** A sheet with more rows is too long to look at. */
const MOST_ROWS = 40

const lang: Lang = LANGS.find((each) => process.env['QUJAT_LANG'] === each) ?? 'ru'
const t = makeWords().in(lang)
const print = (line: string): boolean => process.stdout.write(`${line}\n`)

function tell(name: string, page: SeenPage): void {
  const { verdict, width, height, zone } = page
  const doubts = verdict.doubts.map(({ reason, hard }) => `${t(`dossier.doubt.${reason}`)}${hard ? ' (!)' : ''}`)
  print(`${name}: ${width} × ${height}, ${verdict.inspector}: ${doubts.length === 0 ? 'OK' : doubts.join(', ')}`)
  print(`  ${Object.entries(verdict.metrics).map(([key, value]) => `${key} ${value}`).join(', ')}`)
  // The zone is personal data: which fields were read is enough to judge the reader.
  if (page.zoned) print(`  ${zone ? `${zone.format}: ${(['number', 'birth', 'expiry', 'iin'] as const).filter((field) => zone[field] !== undefined).join(', ')}` : 'MRZ: —'}`)
}

async function inspectAll(files: string[]): Promise<number> {
  const inspector = makeInspector()
  const dir = await mkdtemp(path.join(tmpdir(), 'qujat-inspect-'))
  const rows: { file: string; reason: string | null }[] = []
  let unread = 0
  try {
    for (const [index, file] of files.entries()) {
      const outDir = await mkdtemp(path.join(dir, `${index}-`))
      const seen = await inspector.inspect({ path: file, outDir, maxPages: 50, zone: true, today: systemClock('Asia/Almaty').today() })
      if (!seen.ok) {
        unread++
        print(`${file}: ${t(`documents.refusal.${seen.reason}`)}`)
        continue
      }
      seen.pages.forEach((page, at) => { tell(seen.pages.length > 1 ? `${file} [${at + 1}]` : file, page) })
      rows.push(...seen.pages.map((page) => ({ file: page.file, reason: page.verdict.doubts[0]?.reason ?? null })))
    }
    const sheet = path.resolve('contact-sheet.jpg')
    if (rows.length > 0) await writeContactSheet(sheet, rows.slice(0, MOST_ROWS))
    if (rows.length > 0) print(sheet)
  } finally {
    await inspector.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return unread > 0 ? 1 : 0
}

const files = process.argv.slice(2)
if (files.length === 0) print('npm run inspect -- FILE…')
process.exitCode = files.length === 0 ? USAGE : await inspectAll(files)
