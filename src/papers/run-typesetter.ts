import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { memoryOf } from '../lib/process-memory.ts'

const SCRIPT = fileURLToPath(new URL('./typeset-child.ts', import.meta.url))

/** Milliseconds and bytes of resident memory. */
export type TypesetLimits = { timeoutMs: number; maxMemory: number }

const MEMORY_CHECK_MS = 100

/** `timeout`: took too long; `memory`: wanted too much; `refused`: Typst found fault (a picture that is no JPEG); `crashed`: anything else. */
export class TypesetError extends Error {
  readonly code: 'timeout' | 'memory' | 'refused' | 'crashed'
  constructor(code: TypesetError['code'], detail: string) {
    super(`typesetting ${code}${detail && `: ${detail}`}`)
    this.name = 'TypesetError'
    this.code = code
  }
}

/** Runs the typesetting process on a prepared folder until `paper.pdf` is there. Throws `TypesetError`. */
export function runTypesetter(dir: string, { timeoutMs, maxMemory }: TypesetLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    // No environment: the process needs no secrets, so it gets none.
    const child = fork(SCRIPT, [dir], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let said = ''
    let killed: 'timeout' | 'memory' | null = null
    const kill = (why: 'timeout' | 'memory'): void => {
      killed ??= why
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => kill('timeout'), timeoutMs)
    const weigh = (): void => void memoryOf(child.pid ?? 0).then((bytes) => { if (bytes > maxMemory) kill('memory') })
    const watch = setInterval(weigh, MEMORY_CHECK_MS)
    weigh()
    const settle = (): void => {
      clearTimeout(timer)
      clearInterval(watch)
    }
    child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(0, 2000)))
    child.once('error', (error) => {
      settle()
      reject(new TypesetError('crashed', error.message))
    })
    child.once('close', (code) => {
      settle()
      if (code === 0) return resolve()
      reject(new TypesetError(killed ? killed : code === 2 ? 'refused' : 'crashed', withoutQuotes(said)))
    })
  })
}

/** Diagnostics quote the text they stumble over; a person's data must not end in a log. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`]*`|\\?"text[^"]*"/g, '…').slice(0, 300)
}
