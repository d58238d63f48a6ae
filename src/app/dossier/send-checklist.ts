import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sealedNames } from '../../domain/dossier/sealed.ts'
import type { App } from '../app.ts'
import type { Messenger } from '../ports.ts'
import { checklistPaper } from './checklist-paper.ts'
import type { Outcome, Render } from './sealing.ts'

export type ChecklistSending = App & { messenger: Messenger; render: Render; tempDir?: string }

/** The job that sends the candidate's own checklist after the sending; once per round. A person who blocked the bot is left in peace. */
export async function sendChecklist(deps: ChecklistSending, job: { case: string; round: number }): Promise<Outcome> {
  const mark = sealedNames.told('checklist', job.round)
  const found = await deps.store.load(job.case)
  if (!found || found.number === null || found.round !== job.round || (await deps.vault.has(job.case, mark))) return 'done'
  const dir = await mkdtemp(path.join(deps.tempDir ?? os.tmpdir(), 'qujat-list-'))
  try {
    const file = path.join(dir, 'checklist.pdf')
    await writeFile(file, await deps.render(checklistPaper(deps, found)))
    const t = deps.words.in(found.lang)
    const name = t('dossier.checklistFile', { number: found.number })
    await deps.messenger.sendFile(found.account, { path: file, name, caption: t('decision.checklistCaption', { number: found.number }) })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  await deps.vault.put(job.case, mark, Buffer.from('{}'))
  return 'done'
}
