import { makeInspectProcess, type InspectProcess } from './inspect-process.ts'
import type { Inspection, InspectionJob, Inspector } from './inspection.ts'

export type InspectorOptions = {
  /** Processes that may work at the same time, each about 250 MB; 1 by default. */
  processes?: number
  /** Milliseconds for a whole job; 60 000 by default. */
  jobTimeoutMs?: number
  /** Milliseconds for a picture, or until a PDF's first page begins; 20 000 by default. */
  openTimeoutMs?: number
  /** Milliseconds for one page of a PDF; 5 000 by default. */
  pageTimeoutMs?: number
  /** Milliseconds without work after which a process ends; 20 000 by default. */
  idleMs?: number
  /** Bytes of memory at which a process is killed and the file called too large (Linux only); 1.5 GB by default. */
  maxMemory?: number
}

type Waiting = { job: InspectionJob; resolve: (it: Inspection) => void; reject: (error: Error) => void }

/** Reads untrusted pictures and PDFs in processes that may die; this process never loads a decoder. */
export function makeInspector(options: InspectorOptions = {}): Inspector {
  const limits = {
    startMs: 20_000,
    openMs: options.openTimeoutMs ?? 20_000,
    pageMs: options.pageTimeoutMs ?? 5_000,
    jobMs: options.jobTimeoutMs ?? 60_000,
    idleMs: options.idleMs ?? 20_000,
    maxMemory: options.maxMemory ?? 1.5e9,
  }
  const all = Array.from({ length: options.processes ?? 1 }, () => makeInspectProcess(limits))
  const free = [...all]
  const queue: Waiting[] = []
  let stopped = false

  async function work(process: InspectProcess, { job, resolve, reject }: Waiting): Promise<void> {
    await process.run(job).then((it) => (stopped ? reject(stoppedError()) : resolve(it)), reject)
    free.push(process)
    next()
  }

  function next(): void {
    while (!stopped && free.length > 0 && queue.length > 0) void work(free.pop()!, queue.shift()!)
  }

  return {
    inspect: (job) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(stoppedError())
        queue.push({ job, resolve, reject })
        next()
      }),
    async stop() {
      stopped = true
      for (const { reject } of queue.splice(0)) reject(stoppedError())
      for (const process of all) process.kill()
    },
  }
}

const stoppedError = (): Error => new Error('inspector stopped')
