import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case } from '../../domain/case/case.ts'
import { sealedNames } from '../../domain/dossier/sealed.ts'
import type { App } from '../app.ts'
import type { Inspector, Messenger } from '../ports.ts'
import { checklistPaper } from './checklist-paper.ts'
import type { Outcome, Render } from './sealing.ts'

export type ChecklistSending = App & { messenger: Messenger; render: Render; drawForm: Render; inspector: Inspector; tempDir?: string }

/** The sheet as a picture: a phone shows it at once, and it can be passed on without a program for PDF. Null when it has several pages. */
async function pictured(deps: ChecklistSending, pdf: string, outDir: string): Promise<string | null> {
  const seen = await deps.inspector.inspect({ path: pdf, outDir, maxPages: 3, zone: false, today: deps.clock.today() })
  return seen.ok && seen.pages.length === 1 ? seen.pages[0]!.file : null
}

/** The candidate's own list: the sheet as a picture, then the same sheet for the printer. */
async function sendSheet(deps: ChecklistSending, found: Case): Promise<void> {
  const dir = await mkdtemp(path.join(deps.tempDir ?? os.tmpdir(), 'qujat-list-'))
  try {
    const file = path.join(dir, 'checklist.pdf')
    await writeFile(file, await deps.render(checklistPaper(deps, found)))
    const t = deps.words.in(found.lang)
    const name = found.number === null ? t('dossier.checklistFileOpen') : t('dossier.checklistFile', { number: found.number })
    const picture = await pictured(deps, file, dir)
    if (picture) await deps.messenger.sendPhoto(found.account, { path: picture, caption: t('documents.sheetPicture') })
    await deps.messenger.sendFile(found.account, { path: file, name, caption: found.number === null ? t('documents.sheetFile') : t('decision.checklistCaption', { number: found.number }) })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** The job that sends the candidate's own checklist after the sending; once per round. A person who blocked the bot is left in peace. */
export async function sendChecklist(deps: ChecklistSending, job: { case: string; round: number }): Promise<Outcome> {
  const mark = sealedNames.told('checklist', job.round)
  const found = await deps.store.load(job.case)
  if (!found || found.number === null || found.round !== job.round || (await deps.vault.has(job.case, mark))) return 'done'
  await sendSheet(deps, found)
  await deps.vault.put(job.case, mark, Buffer.from('{}'))
  return 'done'
}

/** The same sheet, asked for by a button of the list, as it stands now. */
export async function sendList(deps: ChecklistSending, job: { case: string }): Promise<Outcome> {
  const found = await deps.store.load(job.case)
  if (found) await sendSheet(deps, found)
  return 'done'
}
