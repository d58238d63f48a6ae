import { afterAll, beforeAll, expect, it } from 'vitest'
import { inLane } from '../../src/lib/lane.ts'
import { makePace } from '../../src/storage/pace.ts'
import { redisKeys } from '../../src/storage/redis-keys.ts'
import { connectRedis } from '../../src/storage/redis.ts'
import { makeGroupPace } from '../../src/telegram/group-pace.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'

let server: TestRedis
let redis: ReturnType<typeof connectRedis>
beforeAll(async () => { server = await startRedis(); redis = connectRedis(server.url) })
afterAll(async () => { redis.disconnect(); await server.stop() })

const yes = { ok: true as const, result: true as never }
let group = -100

/** A group of its own for each test; `now` is the clock, `calls` what reached Telegram. */
function bench(strict: boolean, answer: () => unknown = () => yes) {
  const state = { now: 1_000_000, calls: 0, chat: --group }
  const pace = makeGroupPace({ group: () => state.chat, now: () => state.now, pace: makePace({ redis, keys: redisKeys('p:') }), strict })
  const call = (method: string, chat = state.chat) => pace((async () => { state.calls += 1; return answer() }) as never, method as never, { chat_id: chat } as never, undefined as never)
  return { state, call }
}

it('cards take seventeen places of a minute, people who press the rest; then jobs are told when to come again', async () => {
  const { state, call } = bench(true)
  for (let n = 0; n < 17; n++) expect(await inLane('card', () => call('editMessageText'))).toMatchObject({ ok: true })
  expect(await inLane('card', () => call('createForumTopic'))).toMatchObject({ error_code: 429, parameters: { retry_after: 61 } })
  expect(await inLane('job', () => call('sendMessage'))).toMatchObject({ error_code: 429 })
  expect(await call('sendMessage')).toMatchObject({ ok: true })
  expect(state.calls).toBe(18)
  state.now += 60_501
  expect(await inLane('card', () => call('sendMessage'))).toMatchObject({ ok: true })
})

it('what is no message, and every other chat, is not counted', async () => {
  const { state, call } = bench(true)
  for (let n = 0; n < 40; n++) { await inLane('job', () => call('answerCallbackQuery')); await inLane('job', () => call('sendMessage', 5)) }
  expect(state.calls).toBe(80)
})

it('two processes count together, and a refusal by Telegram stops both', async () => {
  let refuse = false
  const one = bench(true, () => (refuse ? { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 7 } } : yes))
  refuse = true
  await inLane('card', () => one.call('sendMessage'))
  refuse = false
  expect(await inLane('card', () => one.call('sendMessage'))).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } })
  one.state.now += 7001
  await expect(inLane('card', () => one.call('sendMessage'))).resolves.toMatchObject({ ok: true })
})

it('a server of one\'s own is believed to have no limit until it says no', async () => {
  let refuse = false
  const { state, call } = bench(false, () => (refuse ? { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } } : yes))
  for (let n = 0; n < 50; n++) await inLane('card', () => call('sendMessage'))
  expect(state.calls).toBe(50)
  refuse = true
  await inLane('card', () => call('sendMessage'))
  refuse = false
  state.now += 1001
  expect(await inLane('card', () => call('sendMessage'))).toMatchObject({ error_code: 429 })
})
