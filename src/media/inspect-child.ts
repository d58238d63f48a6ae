/**
 * The inspecting process: the only one that decodes what strangers send. It does one job at a time, knows no
 * secrets, may be killed at any moment, and ends by itself when its parent is gone.
 */
import sharp from 'sharp'
import { inspectFile } from './inspect-file.ts'
import type { Inspection, Job } from './inspection.ts'
import { previewFile } from './preview.ts'
import { straightenFile } from './straighten.ts'

/** What the process says: once `ready`; before each page of a PDF `page`; at the end `done`, or `failed` when our own disk or code is at fault. */
export type Said =
  | { say: 'ready' }
  | { say: 'page'; page: number }
  | { say: 'done'; inspection: Inspection }
  | { say: 'drawn'; ok: boolean }
  | { say: 'failed'; detail: string }

// Nothing is asked for twice, and another process may be working beside this one.
sharp.cache(false)
sharp.concurrency(1)

/** Resolves when the message is on its way: what follows may block this process for long. */
const tell = (said: Said): Promise<void> => new Promise((resolve) => process.send!(said, () => resolve()))

process.on('disconnect', () => process.exit(0))
process.on('message', (job: Job) => void work(job).then(tell))
await tell({ say: 'ready' })

async function work(job: Job): Promise<Said> {
  try {
    if (job.ask === 'inspect') return { say: 'done', inspection: await inspectFile(job.job, (page) => tell({ say: 'page', page })) }
    await (job.ask === 'straighten' ? straightenFile(job) : previewFile(job))
    return { say: 'drawn', ok: true }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // A fault of the file system is ours; any other surprise came from the bytes.
    if (code?.startsWith('E') && !code.startsWith('ERR_')) return { say: 'failed', detail: code }
    process.stderr.write(`inspecting: ${message}\n`)
    return job.ask === 'inspect' ? { say: 'done', inspection: { ok: false, reason: 'broken' } } : { say: 'drawn', ok: false }
  }
}
