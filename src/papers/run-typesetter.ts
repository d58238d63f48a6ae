import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./typeset-child.ts', import.meta.url))

/** `timeout`: took too long; `refused`: Typst found fault (a picture that is no JPEG); `crashed`: anything else. */
export class TypesetError extends Error {
  readonly code: 'timeout' | 'refused' | 'crashed'
  constructor(code: TypesetError['code'], detail: string) {
    super(`typesetting ${code}${detail && `: ${detail}`}`)
    this.name = 'TypesetError'
    this.code = code
  }
}

/** Runs the typesetting process on a prepared folder until `paper.pdf` is there. Throws `TypesetError`. */
export function runTypesetter(dir: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // No environment: the process needs no secrets, so it gets none.
    const child = fork(SCRIPT, [dir], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let said = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, timeoutMs)
    child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(0, 2000)))
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(new TypesetError('crashed', error.message))
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code === 0) return resolve()
      reject(new TypesetError(late ? 'timeout' : code === 2 ? 'refused' : 'crashed', withoutQuotes(said)))
    })
  })
}

/** Diagnostics quote the text they stumble over; a person's data must not end in a log. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`]*`|\\?"text[^"]*"/g, '…').slice(0, 300)
}
