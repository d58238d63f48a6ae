import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { heap } from '../../launch/heap.mjs'
import { makeBed } from '../bed.ts'
import { people } from '../crowd.ts'
import { median, report } from '../report.ts'
import { updateOf } from '../updates.ts'

const RUNS = 5
const root = path.join(import.meta.dirname, '../..')

/** From the start of the process to the answer to an update that was waiting. */
export async function benchStart(): Promise<void> {
  const bed = await makeBed()
  const { WEBHOOK_URL: _url, WEBHOOK_SECRET: _secret, ...env } = bed.env
  const run = async (): Promise<number> => {
    const [person] = people(1)
    bed.api.give([updateOf(person?.id ?? 1, { text: '/start' })])
    const answered = new Promise<number>((resolve) => bed.api.watch(({ method }) => { if (method === 'sendMessage') resolve(performance.now()) }))
    const from = performance.now()
    const bot = spawn(process.execPath, [...heap, 'src/main.ts'], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
    const gone = once(bot, 'exit')
    const at = await Promise.race([answered, gone.then(() => { throw new Error('the bot did not start') })])
    bot.kill('SIGTERM')
    await gone
    return (at - from) / 1000
  }
  const seconds: number[] = []
  for (let n = 0; n < RUNS; n++) seconds.push(await run())
  report({ what: `start to the first answer, median of ${RUNS}`, measured: median(seconds), target: 2, unit: ' s' })
  report({ what: 'the slowest', measured: Math.max(...seconds), target: null, unit: ' s' })
  await bed.stop()
}
