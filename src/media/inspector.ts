import { open } from 'node:fs/promises'
import { type Answer, type InspectProcess, makeInspectProcess } from './inspect-process.ts'
import type { Inspection, InspectionJob, Inspector, Job } from './inspection.ts'

export type InspectorOptions = {
  /** Processes that may work at the same time, each about 250 MB; 2 by default. */
  processes?: number
  /** Milliseconds for a whole job; 60 000 by default. */
  jobTimeoutMs?: number
  /** Milliseconds for a picture, or until a PDF's first page begins; 15 000 by default. */
  openTimeoutMs?: number
  /** Milliseconds for one page of a PDF; 5 000 by default. */
  pageTimeoutMs?: number
  /** Milliseconds without work after which a process ends; 20 000 by default. */
  idleMs?: number
  /** Bytes of memory at which a process is killed and the file called too large (Linux only); 1.5 GB by default. */
  maxMemory?: number
}

type Waiting = { job: Job; heavy: boolean; resolve: (it: Answer) => void; reject: (error: Error) => void }

/** A photo as phones send it; anything else may take long, and must not keep photos waiting. */
const LIGHT_BYTES = 12 * 1024 * 1024

async function isHeavy({ path }: { path: string }): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0)
      return size > LIGHT_BYTES || buffer.readUIntBE(0, 3) !== 0xffd8ff
    } finally {
      await file.close()
    }
  } catch {
    // The process will say what is wrong with it.
    return false
  }
}

/**
 * Reads untrusted pictures and PDFs in processes that may die; this process never loads a decoder. One process is kept
 * for photos: a file that takes its whole time delays nobody who sends an ordinary picture.
 */
export function makeInspector(options: InspectorOptions = {}): Inspector {
  const limits = {
    startMs: 20_000,
    openMs: options.openTimeoutMs ?? 15_000,
    pageMs: options.pageTimeoutMs ?? 5_000,
    jobMs: options.jobTimeoutMs ?? 60_000,
    idleMs: options.idleMs ?? 20_000,
    maxMemory: options.maxMemory ?? 1.5e9,
  }
  const all = Array.from({ length: options.processes ?? 2 }, () => makeInspectProcess(limits))
  const mostHeavy = Math.max(1, all.length - 1)
  const free = [...all]
  const queue: Waiting[] = []
  let heavy = 0
  let stopped = false

  async function work(process: InspectProcess, waiting: Waiting): Promise<void> {
    if (waiting.heavy) heavy++
    await process.run(waiting.job).then((it) => (stopped ? waiting.reject(stoppedError()) : waiting.resolve(it)), waiting.reject)
    if (waiting.heavy) heavy--
    free.push(process)
    next()
  }

  function next(): void {
    while (!stopped && free.length > 0) {
      const at = queue.findIndex((each) => !each.heavy || heavy < mostHeavy)
      if (at < 0) return
      void work(free.pop()!, queue.splice(at, 1)[0]!)
    }
  }

  async function ask(job: Job, path: string): Promise<Answer> {
    const isSlow = await isHeavy({ path })
    return new Promise((resolve, reject) => {
      if (stopped) return reject(stoppedError())
      queue.push({ job, heavy: isSlow, resolve, reject })
      next()
    })
  }
  const drawn = (job: Exclude<Job, { ask: 'inspect' }>): Promise<boolean> => ask(job, job.path).then((answer) => answer.ok)

  return {
    inspect: (job: InspectionJob) => ask({ ask: 'inspect', job }, job.path) as Promise<Inspection>,
    straighten: (job) => drawn({ ask: 'straighten', ...job }),
    preview: (job) => drawn({ ask: 'preview', ...job }),
    async stop() {
      stopped = true
      for (const { reject } of queue.splice(0)) reject(stoppedError())
      for (const process of all) process.kill()
    },
  }
}

const stoppedError = (): Error => new Error('inspector stopped')
