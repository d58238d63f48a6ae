import { HttpsProxyAgent } from 'https-proxy-agent'
import type { Redis } from 'ioredis'
import type { App } from './app/app.ts'
import type { Desk, Log } from './app/review/desk.ts'
import type { CatalogueFiles, Clock, Effect } from './app/ports.ts'
import { followCatalogue, seedCatalogue } from './app/updates/follow-catalogue.ts'
import { makeLiveCatalogue } from './app/updates/live-catalogue.ts'
import type { Config } from './config.ts'
import type { Centre } from './domain/centre/profile.ts'
import type { Catalogue } from './domain/requirements/catalogue.ts'
import { makeWords } from './i18n/words.ts'
import { systemClock } from './lib/clock.ts'
import { fetchFile } from './lib/fetch-file.ts'
import { newId } from './lib/ids.ts'
import { inLane } from './lib/lane.ts'
import { makeInspector } from './media/inspector.ts'
import { repeat } from './lib/repeat.ts'
import { withoutPrivate } from './media/without-private.ts'
import { packVolumes } from './papers/bag.ts'
import { makeDrawForm } from './papers/draw-form.ts'
import { readSheet } from './papers/read-sheet.ts'
import { renderPaper } from './papers/render-paper.ts'
import { writeSheet } from './papers/write-sheet.ts'
import { makeNoticeQueue, makeNoticeWorker } from './queue/notice-jobs.ts'
import { makeQueue } from './queue/queue.ts'
import { startSweep } from './queue/sweep.ts'
import { makeWorker } from './queue/worker.ts'
import type { Post } from './app/notices/post.ts'
import { runSlice, tendNotices } from './app/notices/run-notices.ts'
import { publishDue } from './app/updates/publish.ts'
import { remindDue } from './app/review/remind.ts'
import { openLink } from './app/review/open-link.ts'
import { runEffect, type Work } from './run-effect.ts'
import { lastingIndexKeys } from './storage/index-keys.ts'
import { connectQueue, connectRedis, reachRedis, weakSettings } from './storage/redis.ts'
import { makeStorage } from './storage/storage.ts'
import { makeWaking } from './storage/waking.ts'
import { furnish, makeBot, tellDelay, tellFailure } from './telegram/bot.ts'
import { makeEarly } from './telegram/early.ts'
import { makeBulkPace } from './telegram/bulk-pace.ts'
import { makeGroupPace } from './telegram/group-pace.ts'
import { makeHandle } from './telegram/handle.ts'
import { makeManagers } from './telegram/managers/index.ts'
import { makeMessenger } from './telegram/messenger.ts'
import { makePoll, ALLOWED_UPDATES } from './telegram/poll.ts'
import { publish } from './telegram/publish.ts'
import { errorCode, isRefusedToken, patienceOf } from './telegram/outage.ts'
import { makeReviewComposer } from './telegram/review/index.ts'
import { makeStaffChat } from './telegram/staff-chat.ts'
import { startWeb, type Web } from './web/server.ts'

/** `files`: what the catalogue was read from, the seed of its versions. `formFile`: path of the centre's own application form. */
export type Content = { catalogue: Catalogue; files: CatalogueFiles; centre: Centre; formFile?: string | null }
export type Overrides = { clock?: Clock; sweepMs?: number; snapshotMs?: number; remindMs?: number; groupWindowMs?: number; tendMs?: number; noticesPerSecond?: number }
export type Product = { start(): Promise<void>; stop(): Promise<void>; webPort(): number | null }

const TELEGRAM = 'https://api.telegram.org'
const REMIND_MS = 600_000
const SNAPSHOT_MS = 20_000
const TEND_MS = 2000
/** How soon a process hears what another has published. */
const FOLLOW_MS = 2000

/** A flood limit is no failure of a job: it is put off for as long as Telegram says. */
async function runPatiently(work: Work, effect: Effect): Promise<'done' | { again: number }> {
  try {
    return await inLane(effect.kind === 'card' ? 'card' : 'job', () => runEffect(work, effect))
  } catch (error) {
    const again = patienceOf(error)
    if (again === null) throw error
    return { again }
  }
}

/** The only place that knows everyone: makes the parts and ties them together. Nothing acts before `start`. */
export function compose(config: Config, content: Content, log: Log, overrides: Overrides = {}): Product {
  const clock = overrides.clock ?? systemClock(config.timeZone)
  const queueRedis: Redis = connectQueue(config.redisUrl, (error) => log.warn({ code: error.name }, 'queue connection'))
  const workerRedis: Redis = connectQueue(config.redisUrl, (error) => log.warn({ code: error.name }, 'worker connection'))
  const noticeRedis: Redis = connectQueue(config.redisUrl, (error) => log.warn({ code: error.name }, 'notice connection'))
  const queue = makeQueue({ connection: queueRedis, onError: (error) => log.warn({ code: error.name }, 'queue') })
  const dispatch = (effects: Parameters<typeof queue.dispatch>[0]): void => {
    queue.dispatch(effects).catch((error: unknown) => log.warn({ code: errorCode(error) }, 'the sweep will bring these jobs'))
  }
  const redis = connectRedis(config.redisUrl, (error) => log.warn({ code: error.name }, 'redis connection'))
  const storage = makeStorage({ redis, dir: config.vaultDir, vaultKey: config.vaultKey, vaultKeyOld: config.vaultKeyOld, clock, onEffects: dispatch, noticesPerSecond: overrides.noticesPerSecond ?? config.noticesPerSecond })
  const { vault, store, snapshots, dialogues, parked } = storage
  const waking = makeWaking({ ...storage, clock, log, vaultDir: config.vaultDir })
  const live = makeLiveCatalogue(content.catalogue)
  const app: App = {
    store: { ...store, account: waking.account }, vault, dialogues, clock, words: makeWords(), catalogue: live.catalogue, catalogueOf: live.of, centre: content.centre, newId, publicUrl: config.publicUrl ?? null, search: live.search,
  }
  const agent = config.httpsProxy ? new HttpsProxyAgent(config.httpsProxy) : undefined
  const bot = makeBot({ token: config.botToken, apiRoot: config.botApiRoot, ...(agent ? { agent } : {}) })
  const staffChat = makeStaffChat(config.staffChatId, app, log)
  const bulk = { busy: false }
  bot.api.config.use(makeBulkPace({ busy: () => bulk.busy, notices: storage.notices }))
  bot.api.config.use(makeGroupPace({ group: staffChat.get, now: clock.now, pace: storage.pace, strict: config.botApiRoot === TELEGRAM || overrides.groupWindowMs !== undefined, windowMs: overrides.groupWindowMs }))
  const messenger = makeMessenger({
    api: bot.api, root: config.botApiRoot, token: config.botToken, staffChat,
    botName: () => (bot.isInited() ? bot.botInfo.username : ''),
    fetchFile: (url, path) => fetchFile(url, path, agent && url.startsWith('https:') ? { agent } : {}),
  })
  const inspector = makeInspector()
  const desk: Desk = { ...app, messenger, queue, log, managers: config.managerIds, writeSheet, readSheet, versions: storage.versions, live }
  const noticeQueue = makeNoticeQueue({ connection: queueRedis, onError: (error) => log.warn({ code: error.name }, 'notice queue') })
  const post: Post = { ...desk, notices: storage.notices, offer: noticeQueue.offer }
  const early = makeEarly(() => performance.now())
  furnish(bot, app, { managers: makeManagers(post) as never, desk: makeReviewComposer(desk) as never, staff: staffChat, early })
  const work = { ...desk, inspector, render: renderPaper, drawForm: makeDrawForm(content.formFile ?? null), pack: packVolumes, clean: withoutPrivate, snapshot: snapshots.snapshot, notices: storage.notices }
  const running: { stop(): unknown }[] = []
  let web: Web | null = null

  const health = async (): Promise<{ ok: boolean }> => ({
    ok: bot.isInited() && (await redis.ping().catch(() => '')) === 'PONG' && (await vault.putGlobal('health', Buffer.from(clock.today())).then(() => true, () => false)),
  })
  // A Redis that comes back empty (another disk, a flush) is filled from the vault before the next update is taken.
  let ready: Promise<void> = Promise.resolve()
  redis.on('ready', () => { ready = waking.remember().catch((error: unknown) => log.error({ code: errorCode(error) }, 'the vault could not be read back')) })
  const handle = makeHandle({
    run: async (update) => {
      await ready
      await bot.handleUpdate(update)
    },
    newId, log, early,
    done: (update) => store.markSeen(update.update_id),
    delayed: (update) => tellDelay(bot, app, update),
    park: async (update, reference, code) => {
      await parked.keep(update, { reference, code })
      await store.markSeen(update.update_id)
      await tellFailure(bot, app, update, reference)
    },
  })
  const poll = makePoll({ api: bot.api, handle, log, received: early.received })
  const openWeb = async (): Promise<void> => {
    if (!config.webhook && config.port === 0) return
    const webhook = config.webhook && {
      path: new URL(config.webhook.url).pathname, secret: config.webhook.secret,
      take: (update: unknown) => handle(update as never),
    }
    web = await startWeb({
      port: config.port, health, link: (token) => openLink(desk, token),
      metrics: async () => `qujat_jobs ${await queue.depth()}\n`, ...(webhook ? { webhook } : {}) })
  }
  const reachTelegram = async (): Promise<void> => {
    for (let pause = 500; ; pause = Math.min(pause * 2, 15_000)) {
      try {
        return await bot.init()
      } catch (error) {
        if (isRefusedToken(error)) throw new Error('BOT_TOKEN is not accepted by the Bot API. Copy it again from @BotFather.')
        log.warn({ code: errorCode(error) }, 'Telegram does not answer yet')
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
  const listen = async (): Promise<void> => {
    if (!config.webhook) return poll.start()
    await bot.api.setWebhook(config.webhook.url, { secret_token: config.webhook.secret, allowed_updates: ALLOWED_UPDATES, max_connections: 40 })
  }

  const every = (ms: number, what: string, look: () => Promise<unknown>): void =>
    void running.push(repeat(ms, look, (error) => log.warn({ code: errorCode(error) }, `${what}: the next look will do it`)))

  return {
    webPort: () => web?.port ?? null,
    async start() {
      await reachRedis(redis, 10_000)
      const weak = await weakSettings(redis)
      if (weak.length > 0) log.warn({ settings: weak }, 'Redis is not set up to lose nothing: see the README')
      await waking.tryKey()
      store.indexWith(await lastingIndexKeys(storage))
      await waking.remember()
      await seedCatalogue(desk, content.files)
      every(FOLLOW_MS, 'the catalogue in force', () => followCatalogue(desk))
      await staffChat.load()
      await reachTelegram()
      await openWeb()
      running.push({ stop: makeWorker({ connection: workerRedis, store, log, concurrency: 6, run: (effect) => runPatiently(work, effect) }).close })
      running.push(startSweep({ store, queue, clock, log, ...(overrides.sweepMs ? { everyMs: overrides.sweepMs, ageMs: overrides.sweepMs } : {}) }))
      every(overrides.snapshotMs ?? SNAPSHOT_MS, 'snapshots', () => waking.keepSafe())
      every(overrides.remindMs ?? REMIND_MS, 'reminders', () => inLane('job', async () => { await publishDue(desk); await remindDue(desk) }))
      running.push({ stop: makeNoticeWorker({ connection: noticeRedis, log, run: (slice) => inLane('notice', () => runSlice(post, slice)) }).close })
      every(overrides.tendMs ?? TEND_MS, 'notices', () => inLane('notice', async () => { bulk.busy = await tendNotices(post) }))
      await listen()
      publish(bot.api, app, staffChat.get()).catch((error: unknown) => log.warn({ code: errorCode(error) }, 'commands and names were not published'))
    },
    async stop() {
      if (!config.webhook) await poll.stop()
      await web?.stop()
      for (const part of running.reverse()) await part.stop()
      await inspector.stop()
      await waking.keepSafe().catch(() => null)
      await queue.close()
      await noticeQueue.close()
      redis.disconnect()
      queueRedis.disconnect()
      workerRedis.disconnect()
      noticeRedis.disconnect()
    },
  }
}
