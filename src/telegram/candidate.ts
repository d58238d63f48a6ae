import { Composer } from 'grammy'
import { newAccount } from '../domain/case/account.ts'
import type { App } from '../app/app.ts'
import { readOnce } from '../app/read-once.ts'
import type { Chat } from './context.ts'
import { currentCase } from './current-case.ts'
import type { Early } from './early.ts'
import { upload } from './documents/uploads.ts'
import { pagePresses } from './documents/page-presses.ts'
import { documentPresses } from './documents/presses.ts'
import { candidateCommands } from './interview/commands.ts'
import { menuPresses } from './interview/menu-presses.ts'
import { languageScreen, menuScreen } from './interview/menu-screens.ts'
import { edited, message } from './interview/messages.ts'
import { interviewPresses, type Press } from './interview/presses.ts'
import { privacyPresses } from './privacy/my-data.ts'
import { questionDialogue } from './questions/dialogue.ts'
import { answerPress, say, showCase } from './send.ts'

const PRESSES: Record<string, Press> = { ...menuPresses, ...interviewPresses, ...documentPresses, ...pagePresses, ...privacyPresses }

async function press(ctx: Chat): Promise<void> {
  const [head, ...args] = (ctx.callbackQuery?.data ?? '').split(':')
  if (ctx.account.lang === null && head !== 'g') {
    await say(ctx, languageScreen(ctx.app))
    return answerPress(ctx)
  }
  const act = Object.hasOwn(PRESSES, head ?? '') ? PRESSES[head ?? ''] : undefined
  if (act && (await act(ctx, args))) return
  // A button of another time or another person: it does nothing, and the way on is shown.
  const found = await currentCase(ctx)
  if (found) await showCase(ctx, found, [ctx.t('chat.oldButton')])
  else await say(ctx, { ...menuScreen(ctx.app, ctx.lang), html: ctx.t('chat.oldButton') })
  await answerPress(ctx, ctx.t('chat.oldButton'))
}

async function showAgain(ctx: Chat): Promise<void> {
  await answerPress(ctx)
  const found = await currentCase(ctx)
  if (found) await showCase(ctx, found)
  else await say(ctx, ctx.account.lang === null ? languageScreen(ctx.app) : menuScreen(ctx.app, ctx.lang))
}

async function blocked(ctx: Chat): Promise<void> {
  const status = ctx.myChatMember?.new_chat_member.status
  const gone = status === 'kicked' || status === 'left'
  if (ctx.account.blocked !== gone) await ctx.app.store.saveAccount({ ...ctx.account, blocked: gone })
}

/** Loads who talks, and sees that an update delivered twice changes nothing but shows the current question again. */
function introduce(app: App, early: Early): Composer<Chat> {
  const first = new Composer<Chat>()
  first.use(async (ctx, next) => {
    const id = ctx.chat?.id ?? ctx.from?.id
    if (id === undefined) return
    const [seen, known, dialogue] = await Promise.all([app.store.seen(ctx.update.update_id), app.store.account(id), app.dialogues.read(String(id))])
    ctx.app = { ...app, store: readOnce(app.store) }
    ctx.early = early
    ctx.talking = dialogue !== undefined
    ctx.account = known ?? newAccount(id)
    ctx.lang = ctx.account.lang ?? 'kk'
    ctx.t = app.words.in(ctx.lang)
    if (seen) return showAgain(ctx)
    await next()
    await answerPress(ctx)
    if (!ctx.kept) await app.store.markSeen(ctx.update.update_id)
  })
  return first
}

/** The candidate's chat: everything a person can do in private with the bot. */
export function candidateComposer(app: App, early: Early): Composer<Chat> {
  const chat = introduce(app, early)
  chat.on('my_chat_member', blocked)
  chat.use(questionDialogue())
  chat.on('callback_query:data', press)
  chat.on('edited_message', async (ctx) => {
    if (!(await upload(ctx, ctx.editedMessage))) await edited(ctx)
  })
  // grammY builds something for each handler it asks; few messages are commands.
  chat.filter((ctx) => ctx.message?.text?.startsWith('/') === true, candidateCommands())
  chat.on('message', async (ctx) => {
    if (ctx.account.lang !== null && (await upload(ctx, ctx.message))) return
    await message(ctx, ctx.message)
  })
  return chat
}
