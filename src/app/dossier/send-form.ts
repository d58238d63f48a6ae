import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { applicationPaper } from './application-paper.ts'
import type { ChecklistSending } from './send-checklist.ts'
import type { Outcome } from './sealing.ts'

/** The job that shows the candidate the filled application, marked as a sample, before anything is sent to the centre. */
export async function sendForm(deps: ChecklistSending, job: { case: string }): Promise<Outcome> {
  const found = await deps.store.load(job.case)
  if (!found || found.status !== 'sending') return 'done'
  const dir = await mkdtemp(path.join(deps.tempDir ?? os.tmpdir(), 'qujat-form-'))
  try {
    const file = path.join(dir, 'application.pdf')
    await writeFile(file, await deps.drawForm(await applicationPaper(deps, found)))
    const t = deps.words.in(found.lang)
    await deps.messenger.sendFile(found.account, { path: file, name: t('dossier.formFile'), caption: t('documents.formCaption') })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  return 'done'
}
