/** One call of the bot from its name and parameters to its answer, whichever way it came. */
import type { ApiResponse } from '@grammyjs/types'
import { checkCall, methodName } from './check.ts'
import { ApiError, badRequest } from './errors.ts'
import { takeFaults } from './faults.ts'
import type { Flood } from './flood.ts'
import { methods } from './methods/index.ts'
import type { Body } from './request.ts'
import type { Inbox } from './updates.ts'
import type { World } from './world.ts'

/** The answer, or the wish to cut the connection instead of answering. */
export interface Outcome {
  status: number
  body: ApiResponse<unknown>
  cut: boolean
}
/** Makes a call. */
export type Dispatch = (method: string, body: Body, signal: AbortSignal) => Promise<Outcome>

const LOGGED = 5000
const failure = (error: ApiError) => ({
  ok: false as const,
  error_code: error.code,
  description: error.message,
  ...(error.parameters ? { parameters: error.parameters } : {}),
})

/** The dispatcher of a world. */
export function createDispatch(world: World, inbox: Inbox, flood: Flood): Dispatch {
  async function run(name: string, body: Body, signal: AbortSignal): Promise<unknown> {
    const params = checkCall(name, { ...Object.fromEntries(Object.keys(body.uploads).map((field) => [field, `attach://${field}`])), ...body.params })
    const method = methods[name]
    if (!method) throw badRequest(`the simulator cannot do ${name}`)
    return method({ world, inbox, flood, params, uploads: body.uploads, signal })
  }

  function note(name: string, body: Body, started: number, answer: ApiResponse<unknown>): void {
    if (name === 'getUpdates' && answer.ok && (answer.result as unknown[]).length === 0) return
    const params = {
      ...body.params,
      ...Object.fromEntries(Object.entries(body.uploads).map(([field, upload]) => [field, `${upload.name}, ${upload.bytes.length} bytes`])),
    }
    const outcome = answer.ok ? { ok: true, result: answer.result } : { ok: false, error_code: answer.error_code, description: answer.description }
    world.log.push({ at: world.clock.now(), method: name, params: structuredClone(params), ...structuredClone(outcome), ms: Date.now() - started })
    if (world.log.length > LOGGED) world.log.splice(0, world.log.length - LOGGED)
  }

  return async (given, body, signal) => {
    const started = Date.now()
    let answer: ApiResponse<unknown>
    let cut = false
    let name = given
    try {
      name = methodName(given)
      const faults = takeFaults(world.faults, name, body.params)
      for (const { delay } of faults)
        if (delay)
          await new Promise((resolve) => {
            setTimeout(resolve, delay)
          })
      const bad = faults.find((fault) => fault.error_code)
      if (faults.some((fault) => fault.cut === 'before')) return { status: 0, body: { ok: true, result: null }, cut: true }
      cut = faults.some((fault) => fault.cut === 'after')
      if (bad) {
        const wait = bad.retry_after ?? (bad.error_code === 429 ? 1 : undefined)
        throw new ApiError(
          bad.error_code ?? 500,
          bad.description ?? (wait ? `Too Many Requests: retry after ${wait}` : 'Internal Server Error'),
          wait ? { retry_after: wait } : undefined,
        )
      }
      answer = { ok: true, result: structuredClone(await run(name, body, signal)) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      answer = failure(error)
    }
    note(name, body, started, answer)
    return { status: answer.ok ? 200 : answer.error_code, body: answer, cut }
  }
}
