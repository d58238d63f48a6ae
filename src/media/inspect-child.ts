/**
 * The inspecting process: the only one that decodes what strangers send. It does one job at a time, knows no
 * secrets, may be killed at any moment, and ends by itself when its parent is gone.
 */
import sharp from 'sharp'
import { inspectFile } from './inspect-file.ts'
import type { Inspection, InspectionJob } from './inspection.ts'

/** What the process says: once `ready`; before each page of a PDF `page`; at the end `done`, or `failed` when our own disk or code is at fault. */
export type Said =
  | { say: 'ready' }
  | { say: 'page'; page: number }
  | { say: 'done'; inspection: Inspection }
  | { say: 'failed'; detail: string }

// Nothing is asked for twice, and another process may be working beside this one.
sharp.cache(false)
sharp.concurrency(1)

/** Resolves when the message is on its way: what follows may block this process for long. */
const tell = (said: Said): Promise<void> => new Promise((resolve) => process.send!(said, () => resolve()))

process.on('disconnect', () => process.exit(0))
process.on('message', (job: InspectionJob) => void work(job).then(tell))
await tell({ say: 'ready' })

async function work(job: InspectionJob): Promise<Said> {
  try {
    return { say: 'done', inspection: await inspectFile(job, (page) => tell({ say: 'page', page })) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // A fault of the file system is ours; any other surprise came from the bytes.
    if (code?.startsWith('E') && !code.startsWith('ERR_')) return { say: 'failed', detail: code }
    process.stderr.write(`inspecting: ${message}\n`)
    return { say: 'done', inspection: { ok: false, reason: 'broken' } }
  }
}
