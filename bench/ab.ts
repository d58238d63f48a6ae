import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { makeBed } from './bed.ts'
import { follow, goThrough, people } from './crowd.ts'
import { interview } from './interview.ts'
import { median } from './report.ts'
const n = Number(process.argv[2] ?? 7)
const beds = await Promise.all([makeBed(), makeBed()])
const bots = await Promise.all(beds.map((bed, i) => bed.bot('product', { AB: i ? '1' : '', BENCH_SNAPSHOT_MS: '1000', BENCH_EXEC: process.env[i ? 'E1' : 'E0'] ?? '' })))
const out: number[][] = [[], []]
for (let k = 0; k < n + 2; k++) for (const i of k % 2 ? [1, 0] : [0, 1]) {
  const bed = beds[i]!, bot = bots[i]!
  const redis = new Redis({ path: bed.redisUrl })
  const crowd = people(64); follow(bed, crowd)
  const a = await bot.usage(); const u = await goThrough(bot.port, crowd, interview)
  while ((await redis.zcard('q:dy')) > 0) await sleep(50)
  const b = await bot.usage()
  redis.disconnect()
  if (k > 1) out[i]!.push((b.cpuMs - a.cpuMs) * 1000 / u)
}
for (const i of [0, 1]) console.log(i, median(out[i]!).toFixed(0), Math.min(...out[i]!).toFixed(0), out[i]!.map((x) => x.toFixed(0)).join(' '), 'rss', (await bots[i]!.usage()).rssMb.toFixed(0))
for (const b of bots) await b.stop()
for (const b of beds) await b.stop()
process.exit(0)
