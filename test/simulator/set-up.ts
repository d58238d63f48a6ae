import { afterEach } from 'vitest'
import { connectSimulator } from '../../simulator/client.ts'
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts'

const running: Simulator[] = []
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop()
})

/** An answer of the Bot API as it came. */
export interface Answer {
  ok: boolean
  result?: any
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** A stand-in, its client, and a bot that is nothing but calls. */
export async function begin(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ limits: 'off', ...options })
  running.push(simulator)
  const at = (method: string) => `${simulator.apiRoot}/bot${simulator.token}/${method}`
  const call = async (method: string, params: object = {}): Promise<Answer> => {
    const response = await fetch(at(method), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) })
    return (await response.json()) as Answer
  }
  const form = async (method: string, fields: Record<string, string | Blob>): Promise<Answer> => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return (await (await fetch(at(method), { method: 'POST', body })).json()) as Answer
  }
  return { simulator, sim: connectSimulator(simulator.url), at, call, form, staff: simulator.staffChatId }
}

/** Seconds on the wall may pass. */
export const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
