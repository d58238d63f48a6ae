import { createHash } from 'node:crypto'
import type { Api } from 'grammy'
import type { App } from '../app/app.ts'
import { LANGS, type Lang } from '../domain/case/case.ts'

const CANDIDATE = ['start', 'checklist', 'status', 'help', 'language', 'mydata', 'cancel'] as const
const STAFF = ['next', 'queue', 'find', 'stats', 'consent', 'catalogue', 'notice', 'language', 'help'] as const

type Commands = { command: string; description: string }[]

const commandsOf = (app: App, lang: Lang, scope: 'candidate' | 'staff'): Commands =>
  (scope === 'candidate' ? CANDIDATE : STAFF).map((command) => ({ command, description: app.words.in(lang)(`bot.${scope}.${command}`) }))

/** Kazakh is the default for every language the bot does not speak. */
async function publishIn(api: Api, app: App, lang: Lang, code: Lang | undefined, staffChat: number): Promise<void> {
  const t = app.words.in(lang)
  const where = code ? { language_code: code } : {}
  await api.setMyCommands(commandsOf(app, lang, 'candidate'), { scope: { type: 'all_private_chats' }, ...where })
  await api.setMyCommands(commandsOf(app, lang, 'staff'), { scope: { type: 'chat', chat_id: staffChat }, ...where })
  await api.setMyName(t('bot.name'), where)
  await api.setMyDescription(t('bot.description'), where)
  await api.setMyShortDescription(t('bot.short'), where)
}

/** Commands per scope and language, name and descriptions; only when something changed, for the platform counts these calls. */
export async function publish(api: Api, app: App, staffChat: number): Promise<void> {
  const wanted = JSON.stringify([staffChat, LANGS.map((lang) => [commandsOf(app, lang, 'candidate'), commandsOf(app, lang, 'staff'), ['name', 'description', 'short'].map((name) => app.words.in(lang)(`bot.${name}`))])])
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  if ((await app.store.fact('published')) === hash) return
  await publishIn(api, app, 'kk', undefined, staffChat)
  for (const lang of LANGS) await publishIn(api, app, lang, lang, staffChat)
  await api.setChatMenuButton({ menu_button: { type: 'commands' } })
  await app.store.saveFact('published', hash)
}
