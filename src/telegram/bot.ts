import { Bot, Composer } from 'grammy'
import type { Update } from 'grammy/types'
import type { App } from '../app/app.ts'
import { NO_TOPICS } from '../app/review/topic.ts'
import { LANGS } from '../domain/case/case.ts'
import { candidateComposer } from './candidate.ts'
import type { Chat } from './context.ts'
import type { Early } from './early.ts'
import { makeFetch } from './fetch.ts'
import { patient } from './retry.ts'
import type { StaffChat } from './staff-chat.ts'

export type BotOptions = {
  token: string
  apiRoot: string
  agent?: unknown
  /** Seconds without an answer after which a call counts as failed. */
  timeoutSeconds?: number
}

/** The client of the Bot API: patient with 429, any server behind the root. */
export function makeBot(options: BotOptions): Bot<Chat> {
  const bot = new Bot<Chat>(options.token, {
    client: {
      apiRoot: options.apiRoot,
      timeoutSeconds: options.timeoutSeconds ?? 60,
      fetch: makeFetch(options.apiRoot) as never,
      ...(options.agent ? { baseFetchConfig: { agent: options.agent, compress: true } as never } : {}),
    },
  })
  bot.api.config.use(patient)
  return bot
}

/** Who talks where: private chats are candidates', the staff chat is the desk's, everything else gets nothing. */
export function furnish(bot: Bot<Chat>, app: App, parts: { managers: Composer<Chat>; desk: Composer<Chat>; staff: StaffChat; early: Early }): void {
  const { managers, desk, staff, early } = parts
  bot.on('message:migrate_to_chat_id', async (ctx, next) => {
    // The group was upgraded: from here on it has another id.
    if (ctx.chat.id === staff.get()) await staff.migrated(ctx.message.migrate_to_chat_id)
    else await next()
  })
  // Whoever sets up the group finds its id here; nothing else of a foreign group is looked at.
  bot.on('my_chat_member', async (ctx, next) => {
    if (ctx.chat.type !== 'private' && ctx.chat.id !== staff.get()) return staff.foreign(ctx.chat.id)
    // Rights may have come: the next card asks for its topic again.
    if (ctx.chat.id === staff.get()) await app.store.takeNote(NO_TOPICS)
    await next()
  })
  // The desk filters by itself, and says no to its own buttons pressed elsewhere.
  bot.use(managers)
  bot.use(desk)
  bot.chatType('private').use(candidateComposer(app, early))
}

/** Tells a person that their message waits for us and will be answered by itself. Redis may be away: nothing is looked up. */
export async function tellDelay(bot: Bot<Chat>, app: App, update: Update): Promise<void> {
  const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat
  if (chat?.type !== 'private') return
  const text = LANGS.map((lang) => app.words.in(lang)('chat.delayed')).join('\n')
  await bot.api.sendMessage(chat.id, text, { parse_mode: 'HTML' })
}

/** Tells a person that something broke here, with a reference that the log holds too. */
export async function tellFailure(bot: Bot<Chat>, app: App, update: Update, reference: string): Promise<void> {
  const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat
  if (chat?.type !== 'private') return
  const account = await app.store.account(chat.id)
  if (update.callback_query) await bot.api.answerCallbackQuery(update.callback_query.id).catch(() => null)
  await bot.api.sendMessage(chat.id, app.words.in(account?.lang ?? 'kk')('chat.failed', { reference }), { parse_mode: 'HTML' }).catch(() => null)
}
