import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { photoOf } from '../../test/support/photo.ts'
import { makeBed } from '../bed.ts'
import { expectAll, follow, goThrough, people, send } from '../crowd.ts'
import { interview, photos, sending } from '../interview.ts'
import { report } from '../report.ts'

const CASES = 12
const PATIENCE_MS = 300_000

type Sizes = Map<string, number>

/** Everything Redis holds, by the beginning of its name. */
async function sizes(redis: Redis): Promise<Sizes> {
  const found: Sizes = new Map()
  for (const key of await redis.keys('*')) {
    const bytes = Number(await redis.call('MEMORY', 'USAGE', key, 'SAMPLES', '0'))
    const kind = key.split(':').slice(0, 2).join(':')
    found.set(kind, (found.get(kind) ?? 0) + bytes)
  }
  return found
}

const sum = (found: Sizes): number => [...found.values()].reduce((all, bytes) => all + bytes, 0)

/** Until nothing is left to do: what a change asks for is gone from the outbox when its job is done. */
async function allDone(redis: Redis): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while ((await redis.zcard('q:ez')) > 0 || (await redis.zcard('q:dy')) > 0) {
    if (Date.now() > end) throw new Error(`still to do: ${(await redis.zrange('q:ez', 0, '-1')).join(' ')}`)
    await sleep(200)
  }
}

/** Bytes of Redis that a finished case takes: told, eight photos, sent, and everything that follows done. */
export async function benchRedis(): Promise<void> {
  const bed = await makeBed(await photoOf('ДИПЛОМ'))
  const redis = new Redis({ path: bed.redisUrl })
  const bot = await bed.bot('product', { BENCH_SNAPSHOT_MS: '1000' })
  await sleep(500)
  const empty = await sizes(redis)
  const finish = async (count: number): Promise<void> => {
    const crowd = people(count)
    follow(bed, crowd)
    await goThrough(bot.port, crowd, interview)
    await Promise.all(crowd.map(async (person) => { for (const move of photos(person)) await send(bot.port, person, move) }))
    await allDone(redis)
    for (const person of crowd) await send(bot.port, person, { data: `l:${person.case}` })
    await goThrough(bot.port, crowd, (person) => (person.screen.includes('"callback_data":"m:cases"') ? null : sending(person)))
    expectAll(crowd, () => 'm:cases')
    await allDone(redis)
  }
  await finish(1)
  const first = await sizes(redis)
  await finish(CASES - 1)
  const all = await sizes(redis)
  report({ what: `a finished case, everything over ${CASES} cases`, measured: (sum(all) - sum(empty)) / CASES / 1024, target: 12, unit: ' KB' })
  report({ what: 'each case after the first', measured: (sum(all) - sum(first)) / (CASES - 1) / 1024, target: null, unit: ' KB' })
  const shares = [...all].map(([kind, bytes]) => ({ kind, each: (bytes - (empty.get(kind) ?? 0)) / CASES })).filter(({ each }) => each >= 50)
  console.log(`  of it, bytes a case: ${shares.sort((a, b) => b.each - a.each).map(({ kind, each }) => `${kind} ${each.toFixed(0)}`).join(', ')}`)
  redis.disconnect()
  await bot.stop()
  await bed.stop()
}
