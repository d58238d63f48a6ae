import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { type Bed, type BotChild, makeBed } from '../bed.ts'
import { expectAll, follow, goThrough, inStep, people, send } from '../crowd.ts'
import { interview, type Person } from '../interview.ts'
import { isTalk, type Plan, plannedOf } from '../plan.ts'
import { median, report } from '../report.ts'
import type { Move } from '../updates.ts'

const CROWD = 64
const ROUNDS = 7
/** Much closer together than in production, so that each round pays for its own copies. */
const SNAPSHOT_MS = 1000

type Recorded = { file: string; moves: ((person: Person) => Move)[] }

/** One person through the product alone: what is sent at each step, the bare bot will send and its people will do. */
async function record(bed: Bed, product: BotChild): Promise<Recorded> {
  const [one] = people(1) as [Person]
  const plan: Plan = []
  const moves: Move[] = []
  follow(bed, [one], (call) => { if (isTalk(call)) plan.at(-1)?.push(plannedOf(call)) })
  for (let move = interview(one); move; move = interview(one)) {
    plan.push([])
    moves.push(move)
    await send(product.port, one, move)
  }
  expectAll([one], (person) => `p:${person.case}`)
  const file = path.join(bed.dir, 'plan.json')
  await writeFile(file, JSON.stringify(plan))
  const typed = moves.filter((move) => 'text' in move).length
  console.log(`  ${moves.length} updates an interview (${typed} typed, ${moves.length - typed} pressed), ${(plan.flat().length / moves.length).toFixed(2)} calls of the Bot API an update, ${CROWD} candidates at once`)
  return { file, moves: moves.map((move) => () => move) }
}

async function allCopied(redis: Redis): Promise<void> {
  while ((await redis.zcard('q:dy')) > 0) await sleep(50)
}

type Measured = { us: number; updates: number }

async function measure(bot: BotChild, work: () => Promise<number>): Promise<Measured> {
  const before = await bot.usage()
  const updates = await work()
  const after = await bot.usage()
  return { us: (after.cpuMs - before.cpuMs) * 1000 / updates, updates }
}

/** The last snapshot of the round is in the vault before the clock stops. */
function productRound(bed: Bed, bot: BotChild, redis: Redis): Promise<Measured> {
  const crowd = people(CROWD)
  follow(bed, crowd)
  return measure(bot, async () => {
    const updates = await goThrough(bot.port, crowd, interview)
    await allCopied(redis)
    expectAll(crowd, (person) => `p:${person.case}`)
    return updates
  })
}

function bareRound(bed: Bed, bot: BotChild, moves: Recorded['moves']): Promise<Measured> {
  const crowd = people(CROWD)
  bed.api.watch(null)
  return measure(bot, async () => {
    await Promise.all(crowd.map(async (person) => { for (const move of moves) await send(bot.port, person, move(person)) }))
    return crowd.length * moves.length
  })
}

/** CPU of copying one case into the vault: a slow writer pays it for every answer, the crowd of this bench hardly. */
async function snapshotCost(bed: Bed, bot: BotChild, redis: Redis): Promise<number> {
  const crowd = people(CROWD)
  follow(bed, crowd)
  await goThrough(bot.port, crowd, interview)
  const found: number[] = []
  for (let n = 0; n < 7; n++) {
    await allCopied(redis)
    await inStep(bot.port, crowd, (person) => ({ data: n % 2 === 0 ? `b:${person.case}` : `q:${person.case}:summary:right` }))
    const before = await bot.usage()
    await allCopied(redis)
    found.push(((await bot.usage()).cpuMs - before.cpuMs) * 1000 / CROWD)
  }
  return median(found)
}

/** CPU per update of an interview, beside a bot that does nothing but keep a session and make the same calls. */
export async function benchInterview(): Promise<void> {
  const bed = await makeBed()
  const redis = new Redis({ path: bed.redisUrl })
  const product = await bed.bot('product', { BENCH_SNAPSHOT_MS: String(SNAPSHOT_MS), BENCH_EXEC: process.env['BENCH_EXEC'] ?? '' })
  const { file, moves } = await record(bed, product)
  const bare = await bed.bot('bare', { BENCH_PLAN: file })
  const rounds: { product: Measured; bare: Measured }[] = []
  // The first rounds warm the compiler and are thrown away.
  for (let n = 0; n < ROUNDS + 2; n++) rounds.push({ product: await productRound(bed, product, redis), bare: await bareRound(bed, bare, moves) })
  const kept = rounds.slice(2)
  report({ what: 'bare bot, CPU per update', measured: median(kept.map((each) => each.bare.us)), target: null, unit: ' µs' })
  report({ what: 'Qujat, CPU per update', measured: median(kept.map((each) => each.product.us)), target: null, unit: ' µs' })
  report({ what: 'ratio, median of rounds', measured: median(kept.map((each) => each.product.us / each.bare.us)), target: 3, unit: '' })
  console.log(`  rounds: ${kept.map((each) => `${each.product.us.toFixed(0)}/${each.bare.us.toFixed(0)}`).join('  ')}`)
  report({ what: 'one snapshot of a case, CPU', measured: await snapshotCost(bed, product, redis), target: null, unit: ' µs' })
  redis.disconnect()
  await product.stop()
  await bare.stop()
  await bed.stop()
}
