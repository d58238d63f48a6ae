import type { Redis } from 'ioredis'
import { type NoticeStore, type Outcome, type Slice, SLICE, TALLIES, type Tally } from '../app/ports.ts'
import { Notice, NOTICE_STATE_NAMES, type NoticeState } from '../domain/notices/notice.ts'
import { believe } from './case-codec.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript, type Script } from './run-script.ts'

/** KEYS notice, those active; ARGV its id, '1' when it is active then, state wanted, states it may come from. */
const MOVE_SCRIPT = `
local state = redis.call('HGET', KEYS[1], 's')
for i = 4, #ARGV do
  if state == ARGV[i] then
    redis.call('HSET', KEYS[1], 's', ARGV[3])
    redis.call(ARGV[2] == '1' and 'SADD' or 'SREM', KEYS[2], ARGV[1])
    return 1
  end
end
return 0
`

/** KEYS set, list; ARGV accounts. */
const ADD_SCRIPT = `
for _, id in ipairs(ARGV) do if redis.call('SADD', KEYS[1], id) == 1 then redis.call('RPUSH', KEYS[2], id) end end
return redis.call('LLEN', KEYS[2])
`

/**
 * KEYS notice, lock of the slice, ledger, tally, bucket, pause; ARGV me, lock time, now, interval, burst, account or '', outcome, tally's field.
 * Enters the outcome, then takes a place for the next message: one round trip, one flush, for a recipient.
 * Answers state, wait in milliseconds, '1' when another has the slice.
 */
const STEP_SCRIPT = `
if ARGV[6] ~= '' and redis.call('HSETNX', KEYS[3], ARGV[6], ARGV[7]) == 1 then redis.call('HINCRBY', KEYS[4], ARGV[8], 1) end
local state = redis.call('HGET', KEYS[1], 's') or ''
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return {state, 0, 1} end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
local now = tonumber(ARGV[3])
local paused = tonumber(redis.call('GET', KEYS[6]) or '0')
if paused > now then return {state, paused - now, 0} end
local interval = tonumber(ARGV[4])
if interval <= 0 then return {state, 0, 0} end
local tat = math.max(tonumber(redis.call('GET', KEYS[5]) or '0'), now)
if tat - now > tonumber(ARGV[5]) then return {state, math.ceil(tat - now - tonumber(ARGV[5])), 0} end
redis.call('SET', KEYS[5], tostring(tat + interval), 'PX', 60000)
return {state, 0, 0}
`

/** KEYS bucket, pause; ARGV now, interval, burst, '1' when it goes whatever the bucket says. 0, or milliseconds to wait. */
const PLACE_SCRIPT = `
local now = tonumber(ARGV[1])
local paused = tonumber(redis.call('GET', KEYS[2]) or '0')
if ARGV[4] ~= '1' and paused > now then return paused - now end
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
if ARGV[4] ~= '1' and tat - now > tonumber(ARGV[3]) then return math.ceil(tat - now - tonumber(ARGV[3])) end
redis.call('SET', KEYS[1], tostring(tat + tonumber(ARGV[2])), 'PX', 60000)
return 0
`

/** How long a slice stays with a process that says nothing more: it was killed. */
const LOCK_MS = 6000
const ACTIVE: readonly NoticeState[] = ['scheduled', 'sending', 'correcting', 'withdrawing']
/** Messages that may go at once after a silence, as milliseconds of the rate. */
const BURST_MS = 120

const written = (outcome: Outcome): string => (outcome.ok ? `d${outcome.message}` : `${outcome.why === 'blocked' ? 'b' : outcome.why === 'muted' ? 'm' : outcome.why === 'tooOld' ? 'o' : 'f'}${outcome.detail?.slice(0, 80) ?? ''}`)
const fieldOf = (outcome: Outcome): string => (outcome.ok ? 'delivered' : outcome.why)
function readOutcome(text: string): Outcome {
  const rest = text.slice(1)
  if (text.startsWith('d')) return { ok: true, message: Number(rest) }
  const why = text.startsWith('b') ? 'blocked' : text.startsWith('m') ? 'muted' : text.startsWith('o') ? 'tooOld' : 'failed'
  return { ok: false, why, ...(rest === '' ? {} : { detail: rest }) }
}

export type NoticesOptions = { redis: Redis; keys: RedisKeys; now(): number; /** Messages a second over all processes; 0: no limit of our own. */ perSecond: number }

export function makeNotices({ redis, keys, now, perSecond }: NoticesOptions): NoticeStore {
  const [move, add, step, place] = [MOVE_SCRIPT, ADD_SCRIPT, STEP_SCRIPT, PLACE_SCRIPT].map((text) => makeScript(redis, text)) as [Script, Script, Script, Script]
  const me = Math.random().toString(36).slice(2)
  const interval = perSecond > 0 ? 1000 / perSecond : 0
  const at = (id: string, part: string): string => keys.notice(`${id}:${part}`)
  const load = async (id: string): Promise<{ notice: Notice; state: NoticeState } | null> => {
    const [json, state] = await redis.hmget(keys.notice(id), 'j', 's')
    const known = NOTICE_STATE_NAMES.find((each) => each === state)
    return json && known ? { notice: believe(Notice, JSON.parse(json), 'notice'), state: known } : null
  }
  const recent = async (most: number): Promise<{ notice: Notice; state: NoticeState }[]> => {
    const found = await Promise.all((await redis.zrevrange(keys.notices, 0, most - 1)).map(load))
    return found.flatMap((each) => (each ? [each] : []))
  }
  const lock = ({ notice, run, slice }: Slice): string => at(notice, `k${run}.${slice}`)
  return {
    nextNumber: () => redis.incr(keys.noticeCount),
    load, recent,
    async save(notice) {
      await redis.multi().hset(keys.notice(notice.id), 'j', JSON.stringify(notice)).hsetnx(keys.notice(notice.id), 's', 'draft').zadd(keys.notices, 'NX', notice.at, notice.id).exec()
    },
    move: async (id, from, to) => Number(await move([keys.notice(id), keys.noticesActive], [id, ACTIVE.includes(to) ? '1' : '0', to, ...from])) === 1,
    async active() {
      const found = await Promise.all((await redis.smembers(keys.noticesActive)).map(load))
      return found.flatMap((each) => (each && ACTIVE.includes(each.state) ? [each] : []))
    },
    async clearRecipients(id) { await redis.del(at(id, 'set'), at(id, 'list')) },
    addRecipients: async (id, accounts) => Number(accounts.length === 0 ? await redis.llen(at(id, 'list')) : await add([at(id, 'set'), at(id, 'list')], [...accounts])),
    recipients: async ({ notice, slice }) => (await redis.lrange(at(notice, 'list'), slice * SLICE, slice * SLICE + SLICE - 1)).map(Number),
    async outcomes({ notice, run }, accounts) {
      const found = accounts.length > 0 ? await redis.hmget(at(notice, `l${run}`), ...accounts.map(String)) : []
      return found.map((text) => (text === null ? null : readOutcome(text)))
    },
    async tally({ notice, run }) {
      const found = await redis.hgetall(at(notice, `t${run}`))
      return Object.fromEntries(TALLIES.map((name) => [name, Number(found[name] ?? 0)])) as Tally
    },
    async openSlices({ notice, run, total }, most) {
      const all = Math.ceil(total / SLICE)
      const done = await redis.getBuffer(at(notice, `s${run}`))
      const open: number[] = []
      for (let slice = 0; slice < all && open.length < most; slice++) if (((done?.[slice >> 3] ?? 0) & (128 >> (slice & 7))) === 0) open.push(slice)
      return open
    },
    claim: async (slice) => (await redis.set(lock(slice), me, 'PX', LOCK_MS, 'NX')) === 'OK',
    async step(slice, entry, only) {
      const { notice, run } = slice
      const found = await step(
        [keys.notice(notice), lock(slice), at(notice, `l${run}`), at(notice, `t${run}`), keys.pace('bulk'), keys.pace('bulk.pause')],
        [me, LOCK_MS, now(), only === 'enter' ? 0 : interval, BURST_MS, entry?.account ?? '', entry ? written(entry.outcome) : '', entry ? fieldOf(entry.outcome) : ''],
      ) as [string, number, number]
      return { state: NOTICE_STATE_NAMES.find((each) => each === found[0]) ?? null, wait: Number(found[1]), lost: Number(found[2]) === 1 }
    },
    async release(slice, done) {
      if (done) await redis.setbit(at(slice.notice, `s${slice.run}`), slice.slice, 1)
      if ((await redis.get(lock(slice))) === me) await redis.del(lock(slice))
    },
    place: async () => Number(await place([keys.pace('bulk'), keys.pace('bulk.pause')], [now(), interval, BURST_MS, '0'])),
    spend: async () => void (await place([keys.pace('bulk'), keys.pace('bulk.pause')], [now(), interval, BURST_MS, '1'])),
    async pauseAll(ms) { await redis.set(keys.pace('bulk.pause'), now() + ms, 'PX', Math.max(1, ms)) },
    turn: async (name, ms) => (await redis.set(keys.note(`turn.${name}`), '1', 'PX', ms, 'NX')) === 'OK',
    giveBack: async (name) => void (await redis.del(keys.note(`turn.${name}`))),
    async forgetLater({ id, run }, days) {
      const parts = ['set', 'list', ...Array.from({ length: run + 1 }, (_, n) => [`l${n}`, `s${n}`]).flat()]
      const change = redis.multi()
      for (const part of parts) change.expire(at(id, part), days * 86_400)
      await change.exec()
    },
  }
}
