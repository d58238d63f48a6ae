import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Effect } from '../../src/app/ports.ts'
import { makeQueue, type EffectQueue } from '../../src/queue/queue.ts'
import { startSweep } from '../../src/queue/sweep.ts'
import { makeWorker, type EffectWorker, type RunResult } from '../../src/queue/worker.ts'
import { connectQueue } from '../../src/storage/redis.ts'
import { create, makeBed, PERSON, type Bed } from './bed.ts'

let bed: Bed
let connection: Redis
let queue: EffectQueue
let worker: EffectWorker | null = null
const logged: unknown[] = []
const log = { error: (fields: object) => { logged.push(fields) } }

beforeAll(async () => {
  bed = await makeBed()
  connection = connectQueue(bed.server.url)
  queue = makeQueue({ connection })
})
afterEach(async () => worker?.close())
afterAll(async () => {
  await queue.close().finally(() => connection.disconnect())
  await bed.end()
})

type Run = (effect: Effect, context: { attempt: number }) => Promise<RunResult>
const work = (run: Run) => { worker = makeWorker({ connection, run, store: bed.store, log }) }
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let n = 0; n < 300; n += 1) {
    if (await holds()) return
    await sleep(20)
  }
  throw new Error('waited in vain')
}
const empty = async () => (await bed.store.pendingEffects(0)).length === 0
const ask = async (effects: (id: string) => Effect[]) => {
  const record = await create(bed)
  return bed.store.save({ case: record, expected: 0, update: null, effects: effects(record.id) }).then(() => record)
}

test('an effect whose process died before dispatching is found by the sweep', async () => {
  const ran: Effect[] = []
  const { id } = await ask(id => [{ kind: 'fetch', case: id, upload: 'u1' }])
  expect(await bed.store.pendingEffects(30_000)).toEqual([])
  work(async effect => { ran.push(effect); return 'done' })
  await sleep(100)
  expect(ran).toEqual([])
  const sweep = startSweep({ store: bed.store, queue, clock: bed.clock, log, ageMs: 0 })
  await sweep.tick()
  await until(empty)
  sweep.stop()
  expect(ran).toEqual([{ kind: 'fetch', case: id, upload: 'u1' }])
})

test('the store tells at once what to dispatch; dispatching it twice runs it once', async () => {
  const ran: string[] = []
  bed.effects.length = 0
  const { id } = await ask(id => [{ kind: 'card', case: id }, { kind: 'seal', case: id, round: 1 }])
  expect(bed.effects.map(effect => effect.id)).toEqual([`card-${id}-1`, `seal-${id}-1-1`])
  await queue.dispatch(bed.effects)
  await queue.dispatch(bed.effects)
  work(async effect => { ran.push(effect.kind); return 'done' })
  await until(empty)
  expect(ran.sort()).toEqual(['card', 'seal'])
  await until(async () => await queue.depth() === 0)
})

test('an effect asked again while it waits runs once; asked while it runs, it runs again, and not at the same time', async () => {
  const record = await ask(id => [{ kind: 'card', case: id }])
  const save = (expected: number) =>
    bed.store.save({ case: record, expected, update: null, effects: [{ kind: 'card', case: record.id }] })
  await save(1)
  let running = 0
  let runs = 0
  let most = 0
  bed.effects.length = 0
  await queue.dispatch([1, 2].map(n => ({ id: `card-${record.id}-${n}`, effect: { kind: 'card' as const, case: record.id } })))
  work(async () => {
    most = Math.max(most, running += 1)
    if ((runs += 1) === 1) {
      await save(2)
      await queue.dispatch(bed.effects)
    }
    await sleep(50)
    running -= 1
    return 'done'
  })
  await until(empty)
  expect({ runs, most }).toEqual({ runs: 2, most: 1 })
})

test('"again" puts off without counting as a failure', async () => {
  const attempts: number[] = []
  await ask(id => [{ kind: 'receipt', case: id, batch: '12:7' }])
  work(async (_, { attempt }) => { attempts.push(attempt); return attempts.length < 12 ? { again: 5 } : 'done' })
  await queue.dispatch(await bed.store.pendingEffects(0))
  await until(empty)
  expect(attempts).toEqual(Array.from({ length: 12 }, () => 1))
})

test('a failing job is logged and kept without a word about the person, and is tried again', async () => {
  logged.length = 0
  let fails = true
  const { id } = await ask(id => [{ kind: 'checklist', case: id, round: 1 }])
  work(async () => {
    if (fails) throw Object.assign(new Error(`cannot print ${PERSON.name}`), { code: 'timeout' })
    return 'done'
  })
  await queue.dispatch(await bed.store.pendingEffects(0))
  await until(() => logged.length > 0)
  await until(async () => await queue.depth() === 1)
  expect(JSON.stringify(logged)).not.toContain(PERSON.name)
  expect(logged).toMatchObject([{ job: `checklist-${id}-1-1`, code: 'timeout', attempt: 1 }])
  const kept = await connection.hgetall(`q:effects:checklist-${id}-1-1`)
  expect(JSON.stringify(kept)).not.toContain(PERSON.name)
  fails = false
  await until(empty)
})

test('a job that failed for good rests, then runs when it is dispatched again', async () => {
  const { id } = await ask(id => [{ kind: 'decision', case: id, round: 1 }])
  const job = `decision-${id}-1-1`
  await queue.dispatch(await bed.store.pendingEffects(0))
  // As BullMQ leaves a job after its last attempt.
  await connection.multi().lrem('q:effects:wait', 0, job).zadd('q:effects:failed', Date.now(), job).exec()
  expect((await queue.failedAt([job]))[0]).toBeTypeOf('number')
  const sweep = startSweep({ store: bed.store, queue, clock: bed.clock, log, ageMs: 0 })
  expect(await sweep.tick()).toBe(0)
  sweep.stop()
  let ran = ''
  work(async effect => { ran += effect.case; return 'done' })
  await queue.dispatch(await bed.store.pendingEffects(0))
  await until(empty)
  expect(ran).toBe(id)
})

test('jobs go on after Redis was killed and came back', async () => {
  const ran: string[] = []
  work(async effect => { ran.push(effect.case); return 'done' })
  const sweep = startSweep({ store: bed.store, queue, clock: bed.clock, log, ageMs: 0, everyMs: 100 })
  await bed.server.kill9()
  await sleep(300)
  await bed.server.restart()
  const { id } = await ask(id => [{ kind: 'card', case: id }])
  await until(() => ran.includes(id))
  await until(empty)
  sweep.stop()
})
