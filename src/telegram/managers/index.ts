import { Composer, type Context, type NextFunction } from 'grammy'
import { recordStranger, staffStanding } from '../../app/review/access.ts'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { answerPress, sayHere } from '../review/show.ts'
import { askedBy, forget } from './asks.ts'
import { managerOf } from './for-manager.ts'
import type { Post } from '../../app/notices/post.ts'
import { beginNotice, type Composing } from './notice-draft.ts'
import { noticeAnswer, noticePress } from './notices.ts'
import { isCatalogueFile, requirementPress, requirementsMenu, takeDay, takeFile } from './requirements.ts'

const COMMANDS: Record<string, (manager: Composing) => Promise<void>> = { catalogue: requirementsMenu, requirements: requirementsMenu, notice: beginNotice, notices: beginNotice }
const PRESSES: Record<string, (manager: Composing, parts: string[]) => Promise<void>> = { up: requirementPress, no: noticePress }

/** Questions of the composer begin with "n-"; the other is the day of a publishing. */
const answering = (what: string) => (manager: Composing, id: string): Promise<void> => (what === 'day' ? takeDay(manager, id) : noticeAnswer(manager, { what, id }))

/** The same update twice does its work once. */
async function once(desk: Desk, ctx: Context, work: () => Promise<void>): Promise<void> {
  if (await desk.store.seen(ctx.update.update_id)) return
  await work()
  await desk.store.markSeen(ctx.update.update_id)
}

/** Somebody else's try: on record. A colleague in the group hears who may; in private it is a word like any other, and a stranger gets nothing. */
async function refuse(desk: Desk, ctx: Context, what: string): Promise<void> {
  await recordStranger(desk, { account: ctx.from?.id ?? 0, what, case: null })
  const colleague = (await staffStanding(desk, ctx.from?.id ?? 0)) !== 'stranger'
  if (!colleague) return void (ctx.callbackQuery && (await answerPress(ctx)))
  const html = desk.words.in(await staffLang(desk))('review.managersOnly')
  if (ctx.callbackQuery) await answerPress(ctx, plainText(html), true)
  else if (ctx.chat?.id === desk.messenger.staffChat()) await sayHere(ctx, { html })
}

async function message(desk: Post, ctx: Context, next: NextFunction): Promise<void> {
  const command = /^\/([a-z]+)/.exec(ctx.message?.text ?? '')?.[1] ?? ''
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  const found = await managerOf(desk, ctx)
  const manager: Composing | null = found && { ...found, desk }
  if (!manager) {
    if (run) await refuse(desk, ctx, `/${command}`)
    return run && ctx.chat?.type !== 'private' ? undefined : next()
  }
  const asked = run ? null : await askedBy(manager)
  // A command ends what was asked before: the next words are not an answer to an old question.
  if (run) return once(desk, ctx, async () => {
    await forget(manager)
    await run(manager)
  })
  if (asked) return once(desk, ctx, () => answering(asked.what)(manager, asked.id))
  if (isCatalogueFile(ctx.message?.document?.file_name)) return once(desk, ctx, () => takeFile(manager))
  return next()
}

async function press(desk: Post, ctx: Context, next: NextFunction): Promise<void> {
  const [head = '', ...parts] = (ctx.callbackQuery?.data ?? '').split(':')
  const act = Object.hasOwn(PRESSES, head) ? PRESSES[head] : undefined
  if (!act) return next()
  const found = await managerOf(desk, ctx)
  const manager: Composing | null = found && { ...found, desk }
  if (!manager) return refuse(desk, ctx, `${head}.${parts[0] ?? ''}`)
  return once(desk, ctx, () => act(manager, parts))
}

/** What managers do beside reviewing: requirements and notices, in the staff group or in their private chat. */
export function makeManagers(desk: Post): Composer<Context> {
  const composer = new Composer<Context>()
  const at = composer.filter((ctx) => ctx.chat?.type === 'private' || ctx.chat?.id === desk.messenger.staffChat())
  at.on('message', (ctx, next) => message(desk, ctx, next))
  at.on('callback_query:data', (ctx, next) => press(desk, ctx, next))
  return composer
}
