import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { judge } from '../../src/media/judge.ts'
import { readPicture } from '../../src/media/read-picture.ts'

/** CPU in milliseconds a photo, memory in MB. */
export type Cost = { reference: number; own: number; memory: number }

const ROUNDS = 12
sharp.cache(false)
sharp.concurrency(1)

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  for (let n = 0; n < 4; n++) await work()
  const before = process.cpuUsage()
  for (let n = 0; n < ROUNDS; n++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / ROUNDS
}

const bytes = readFileSync(process.argv[2]!)
const reference = await cpuOf(() => sharp(bytes).resize(1280, 1280, { fit: 'inside' }).jpeg().toBuffer())
const own = await cpuOf(async () => judge(await readPicture(bytes, 'jpeg'), { origin: 'photo', zone: true, today: '2026-11-27' }))
process.send?.({ reference, own, memory: process.resourceUsage().maxRSS / 1024 } satisfies Cost)
