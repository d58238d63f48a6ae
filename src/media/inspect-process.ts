import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { memoryOf } from '../lib/process-memory.ts'
import type { Said } from './inspect-child.ts'
import type { Inspection, Job } from './inspection.ts'

const SCRIPT = fileURLToPath(new URL('./inspect-child.ts', import.meta.url))
const MEMORY_CHECK_MS = 100

/** All times in milliseconds; see `InspectorOptions`. */
export type ProcessLimits = { startMs: number; openMs: number; pageMs: number; jobMs: number; idleMs: number; maxMemory: number }

/** What comes of a job: an inspection, or that a picture was drawn. */
export type Answer = Inspection | { ok: true; drawn: true }

/** One process that works at one file at a time; it is started when needed and replaced when it had to be killed. */
export type InspectProcess = { run(job: Job): Promise<Answer>; kill(): void }

/** `run` is never called again before its promise has settled. Rejects when the process cannot start or our disk fails. */
export function makeInspectProcess(limits: ProcessLimits): InspectProcess {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined

  function kill(): void {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  async function run(job: Job): Promise<Answer> {
    clearTimeout(idle)
    if (child && !isUsable(child)) child = null
    const own = (child ??= await start(limits.startMs))
    hold(own, true)
    try {
      return await converse(own, job, limits)
    } finally {
      if (child === own && isUsable(own)) {
        hold(own, false)
        idle = setTimeout(kill, limits.idleMs).unref()
      }
    }
  }
  return { run, kill }
}

/** A killed process stays connected for a moment; it must not get the next job. */
const isUsable = (child: ChildProcess): boolean => !child.killed && child.connected && child.exitCode === null

/** An idle process must not keep its parent alive. */
function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

/** No environment: what reads strangers' files gets no secrets. */
function start(startMs: number): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(SCRIPT, [], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const fail = (why: string): void => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`inspecting process: ${why}`))
    }
    const timer = setTimeout(fail, startMs, 'does not start')
    const ended = (): void => fail('ended before it was ready')
    child.once('error', (error) => fail(error.message))
    child.once('exit', ended)
    child.once('message', () => {
      clearTimeout(timer)
      child.off('exit', ended)
      resolve(child)
    })
  })
}

/** Gives the job and listens until the end, whoever brings it: the process, the clock or the memory. */
function converse(child: ChildProcess, job: Job, limits: ProcessLimits): Promise<Answer> {
  const watch = { whole: undefined as NodeJS.Timeout | undefined, step: undefined as NodeJS.Timeout | undefined, memory: undefined as NodeJS.Timeout | undefined }
  const work = new Promise<Answer>((resolve, reject) => {
    const give = (reason: 'timeout' | 'too-large' | 'broken'): void => {
      child.kill('SIGKILL')
      resolve({ ok: false, reason })
    }
    const late = (): void => give('timeout')
    child.on('message', (said: Said) => {
      if (said.say === 'page') {
        clearTimeout(watch.step)
        watch.step = setTimeout(late, limits.pageMs)
      }
      if (said.say === 'done') resolve(said.inspection)
      if (said.say === 'drawn') resolve(said.ok ? { ok: true, drawn: true } : { ok: false, reason: 'broken' })
      if (said.say === 'failed') reject(new Error(`inspecting: ${said.detail}`))
    })
    child.once('exit', () => give('broken'))
    watch.whole = setTimeout(late, limits.jobMs)
    watch.step = setTimeout(late, limits.openMs)
    watch.memory = setInterval(() => void memoryOf(child.pid!).then((it) => it > limits.maxMemory && give('too-large')), MEMORY_CHECK_MS)
    child.send(job, (error) => error && give('broken'))
  })
  return work.finally(() => {
    Object.values(watch).forEach((timer) => clearTimeout(timer))
    child.removeAllListeners('message').removeAllListeners('exit')
  })
}
