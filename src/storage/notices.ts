import type { Redis } from 'ioredis'
import { type NoticeStore, type Outcome, type Slice, SLICE, TALLIES, type Tally } from '../app/ports.ts'
import { Notice, NOTICE_STATE_NAMES, type NoticeState } from '../domain/notices/notice.ts'
import { believe } from './case-codec.ts'
import type { RedisKeys } from './redis-keys.ts'
import { makeScript, type Script } from './run-script.ts'

/** KEYS notice, those active; ARGV its id, '1' when it is active then, state wanted, new content or '', states it may come from. */
const MOVE_SCRIPT = `
local state = redis.call('HGET', KEYS[1], 's')
for i = 5, #ARGV do
  if state == ARGV[i] then
    redis.call('HSET', KEYS[1], 's', ARGV[3])
    if ARGV[4] ~= '' then redis.call('HSET', KEYS[1], 'j', ARGV[4]) end
    redis.call(ARGV[2] == '1' and 'SADD' or 'SREM', KEYS[2], ARGV[1])
    return 1
  end
end
return 0
`

/** KEYS notice, all notices; ARGV content, moment it was begun, id. */
const SAVE_DRAFT_SCRIPT = `
local state = redis.call('HGET', KEYS[1], 's')
if state and state ~= 'draft' then return 0 end
redis.call('HSET', KEYS[1], 'j', ARGV[1], 's', 'draft')
redis.call('ZADD', KEYS[2], 'NX', ARGV[2], ARGV[3])
return 1
`

/** KEYS set, list; ARGV seconds it lives unless it is kept, accounts. */
const ADD_SCRIPT = `
for i = 2, #ARGV do if redis.call('SADD', KEYS[1], ARGV[i]) == 1 then redis.call('RPUSH', KEYS[2], ARGV[i]) end end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[1])
return redis.call('LLEN', KEYS[2])
`

/** The one bucket of everything that goes to many: 0, or milliseconds to wait. `due`: it goes whatever the bucket says. */
const TAKE = `
local function take(bucket, pause, now, interval, burst, due)
  local paused = tonumber(redis.call('GET', pause) or '0')
  if not due and paused > now then return paused - now end
  if interval <= 0 then return 0 end
  local tat = math.max(tonumber(redis.call('GET', bucket) or '0'), now)
  if not due and tat - now > burst then return math.ceil(tat - now - burst) end
  redis.call('SET', bucket, tostring(tat + interval), 'PX', 60000)
  return 0
end
`

/**
 * KEYS notice, lock of the slice, ledger, tally, bucket, pause; ARGV me, lock time, now, interval, burst, account or '', outcome, tally's field.
 * Enters the outcome, then takes a place for the next message: one round trip, one flush, for a recipient.
 * Answers state, wait in milliseconds, '1' when another has the slice.
 */
const STEP_SCRIPT = `${TAKE}
if ARGV[6] ~= '' and redis.call('HSETNX', KEYS[3], ARGV[6], ARGV[7]) == 1 then redis.call('HINCRBY', KEYS[4], ARGV[8], 1) end
local state = redis.call('HGET', KEYS[1], 's') or ''
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return {state, 0, 1} end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {state, take(KEYS[5], KEYS[6], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), false), 0}
`

/** KEYS bucket, pause; ARGV now, interval, burst, '1' when it goes whatever the bucket says. 0, or milliseconds to wait. */
const PLACE_SCRIPT = `${TAKE}
return take(KEYS[1], KEYS[2], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4] == '1')
`

/** Seconds that a list lives which was only counted, or lost a race. */
const LOOSE_S = 3600
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
  const [saveDraft, move, add, step, place] = [SAVE_DRAFT_SCRIPT, MOVE_SCRIPT, ADD_SCRIPT, STEP_SCRIPT, PLACE_SCRIPT].map((text) => makeScript(redis, text)) as [Script, Script, Script, Script, Script]
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
    save: async (notice) => Number(await saveDraft([keys.notice(notice.id), keys.notices], [JSON.stringify(notice), notice.at, notice.id])) === 1,
    move: async (id, from, to, content) =>
      Number(await move([keys.notice(id), keys.noticesActive], [id, ACTIVE.includes(to) ? '1' : '0', to, content ? JSON.stringify(content) : '', ...from])) === 1,
    async active() {
      const found = await Promise.all((await redis.smembers(keys.noticesActive)).map(load))
      return found.flatMap((each) => (each && ACTIVE.includes(each.state) ? [each] : []))
    },
    addRecipients: async (list, accounts) => Number(accounts.length === 0 ? await redis.llen(at(list, 'list')) : await add([at(list, 'set'), at(list, 'list')], [LOOSE_S, ...accounts])),
    async keepRecipients(list) { await redis.multi().persist(at(list, 'list')).del(at(list, 'set')).exec() },
    recipients: async (list, slice) => (await redis.lrange(at(list, 'list'), slice * SLICE, slice * SLICE + SLICE - 1)).map(Number),
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
    async forgetLater({ id, run, list }, days) {
      const parts = Array.from({ length: run + 1 }, (_, n) => [`l${n}`, `s${n}`]).flat()
      const change = redis.multi()
      if (list !== null) change.expire(at(list, 'list'), days * 86_400)
      for (const part of parts) change.expire(at(id, part), days * 86_400)
      await change.exec()
    },
  }
}
