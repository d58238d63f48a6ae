import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { Bot, type Context, session, type SessionFlavor, type StorageAdapter, webhookCallback } from 'grammy'
import { Redis } from 'ioredis'
import type { Plan } from '../plan.ts'
import { serveUsage } from './usage.ts'

type Session = { step: number; answers: Record<string, string> }
type Chat = Context & SessionFlavor<Session>

const env = (name: string): string => process.env[name] ?? ''
const redis = new Redis({ path: env('REDIS_URL') })
const storage: StorageAdapter<Session> = {
  async read(key) {
    const text = await redis.get(`bare:${key}`)
    return text === null ? undefined : JSON.parse(text) as Session
  },
  async write(key, value) { await redis.set(`bare:${key}`, JSON.stringify(value)) },
  async delete(key) { await redis.del(`bare:${key}`) },
}

/** What the product sent at each step of the interview: the bare bot sends the same, so that only the work differs. */
const plan = JSON.parse(readFileSync(env('BENCH_PLAN'), 'utf8')) as Plan
const bot = new Bot<Chat>(env('BOT_TOKEN'), { client: { apiRoot: env('BOT_API_ROOT') } })
bot.use(session({ initial: (): Session => ({ step: 0, answers: {} }), storage }))
bot.use(async (ctx) => {
  const { step } = ctx.session
  ctx.session.answers[String(step)] = ctx.callbackQuery?.data ?? ctx.message?.text ?? ''
  ctx.session.step = step + 1
  for (const call of plan[step % plan.length] ?? []) {
    if (call.method === 'sendMessage') await ctx.reply(call.text, call.other)
    else if (call.method === 'editMessageText') await ctx.editMessageText(call.text, call.other)
    else await ctx.answerCallbackQuery(call.other)
  }
})

const server = createServer(webhookCallback(bot, 'http', { secretToken: env('WEBHOOK_SECRET') }))
server.listen(0, () => serveUsage((server.address() as AddressInfo).port))
