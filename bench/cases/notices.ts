import { newAccount } from '../../src/domain/case/account.ts'
import { newNotice } from '../../src/domain/notices/notice.ts'
import { connectRedis } from '../../src/storage/redis.ts'
import { makeStorage } from '../../src/storage/storage.ts'
import { type Bed, type BotChild, makeBed } from '../bed.ts'
import { report } from '../report.ts'

const TEXT = 'Экзамен перенесён на четверг, 10 декабря, 14:00. Возьмите удостоверение личности и каску.'
const PER_SECOND = 25

type Ran = { perSecond: number; cpuMs: number; highestMb: number }

/** People who are in the record, and a notice to all of them that has just been confirmed. */
async function confirmNotice(bed: Bed, count: number, id: string): Promise<void> {
  const redis = connectRedis(bed.redisUrl)
  const clock = { now: () => Date.now(), today: () => '2026-12-01' }
  const { store, notices } = makeStorage({ redis, dir: bed.env['VAULT_DIR'] ?? '', vaultKey: Buffer.from(bed.env['VAULT_KEY'] ?? '', 'hex'), clock })
  for (let at = 0; at < count; at += 1000) {
    const ids = Array.from({ length: Math.min(1000, count - at) }, (_, n) => 1_000_000 + at + n)
    await Promise.all(ids.map((account) => store.saveAccount({ ...newAccount(account), lang: 'ru' })))
    await notices.addRecipients('bench-list', ids)
  }
  const notice = { ...newNotice({ id, number: 1, by: 1, at: clock.now(), fallback: 'ru' }), texts: { ru: { text: TEXT, entities: [] } }, urgent: false, total: count, list: 'bench-list', startedAt: clock.now() }
  await notices.keepRecipients('bench-list')
  await notices.save(notice)
  await notices.move(id, ['draft'], 'sending')
  redis.disconnect()
}

/** Watches the messages go by, from the first to the last. */
async function ran(bed: Bed, bot: BotChild, count: number, begin: () => Promise<void>): Promise<Ran> {
  let [sent, first, last] = [0, 0, 0]
  const seen = new Promise<void>((resolve) => {
    bed.api.watch(({ method }) => {
      if (method !== 'sendMessage') return
      last = performance.now()
      if (++sent === 1) first = last
      if (sent === count) resolve()
    })
  })
  const before = await bot.usage()
  await begin()
  let highestMb = before.rssMb
  const look = setInterval(() => { void bot.usage().then(({ rssMb }) => { highestMb = Math.max(highestMb, rssMb) }) }, 500)
  await seen
  clearInterval(look)
  await new Promise((resolve) => { setTimeout(resolve, 600) })
  const after = await bot.usage()
  return { perSecond: (count - 1) / ((last - first) / 1000), cpuMs: after.cpuMs - before.cpuMs, highestMb }
}

async function product(count: number, perSecond: number): Promise<Ran> {
  const bed = await makeBed()
  const bot = await bed.bot('product', { BENCH_NOTICES_PER_SECOND: String(perSecond) })
  const result = await ran(bed, bot, count, () => confirmNotice(bed, count, 'bench'))
  await bot.stop()
  await bed.stop()
  return result
}

async function bare(count: number): Promise<Ran> {
  const bed = await makeBed()
  const bot = await bed.bot('bare-sender', { BENCH_COUNT: String(count), BENCH_TEXT: TEXT })
  const result = await ran(bed, bot, count, async () => {})
  await bot.stop()
  await bed.stop()
  return result
}

/** A notice beside a loop of the same calls, both with one message in flight; what is ours is the ledger, flushed for each. */
export async function benchNotices(): Promise<void> {
  const [few, many, loop] = [await product(10_000, 0), await product(100_000, 0), await bare(100_000)]
  report({ what: 'notice to 100,000: recipients a second', measured: many.perSecond, target: null, unit: '' })
  report({ what: 'bare loop: messages a second', measured: loop.perSecond, target: null, unit: '' })
  report({ what: 'notice: CPU of a recipient', measured: (many.cpuMs * 1000) / 100_000, target: null, unit: ' µs' })
  report({ what: 'bare loop: CPU of a message', measured: (loop.cpuMs * 1000) / 100_000, target: null, unit: ' µs' })
  report({ what: 'CPU beside the bare loop', measured: many.cpuMs / loop.cpuMs, target: null, unit: '×' })
  report({ what: 'highest memory with 10,000 recipients', measured: few.highestMb, target: null, unit: ' MB' })
  report({ what: 'highest memory with 100,000 recipients', measured: many.highestMb, target: few.highestMb * 1.15, unit: ' MB' })
  const limited = await product(600, PER_SECOND)
  report({ what: 'with the limit on: short of the permitted rate by', measured: (1 - limited.perSecond / PER_SECOND) * 100, target: 2, unit: ' %' })
}
