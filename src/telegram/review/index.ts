import { Composer, type Context, type NextFunction } from 'grammy'
import { recordStranger, staffStanding } from '../../app/review/access.ts'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { readDeskData } from '../../domain/review/press.ts'
import { askTaker, morePresses } from './asks.ts'
import { callOf } from './call.ts'
import { type Act, cardPresses } from './card-presses.ts'
import { staffCommands } from './commands.ts'
import { draftPresses } from './draft-presses.ts'
import { listCommands, privateLists, turnQueue } from './lists.ts'
import { noteTaker } from './note.ts'
import { editTaker, offerTaker, sendOut } from './out.ts'
import { replyTaker } from './reply.ts'
import { answerPress } from './show.ts'

const PRESSES: Record<string, Act> = { ...cardPresses, ...draftPresses, ...morePresses, queue: turnQueue, sendout: sendOut }

/** Every press is answered, also when the work fails; the error goes on to the edge, where it is logged. */
async function press(desk: Desk, ctx: Context, next: NextFunction): Promise<void> {
  const read = readDeskData(ctx.callbackQuery?.data ?? '')
  const act = read && Object.hasOwn(PRESSES, read.action) ? PRESSES[read.action] : undefined
  if (!read || !act) return next()
  try {
    await act(await callOf(desk, ctx, read))
  } catch (error) {
    const lang = await staffLang(desk).catch(() => 'ru' as const)
    await answerPress(ctx, plainText(desk.words.in(lang)('review.failed')), true).catch(() => undefined)
    throw error
  }
}

/**
 * Desk work by somebody outside the group changes nothing and is put on record: a forwarded button, a press in a group that
 * strangers can read. What Telegram will not tell about a person is taken for membership inside the group alone.
 */
async function refuseStranger(desk: Desk, ctx: Context, next: NextFunction): Promise<void> {
  const read = readDeskData(ctx.callbackQuery?.data ?? '')
  const command = /^\/[a-z]+/.exec(ctx.message?.text ?? '')?.[0]
  if (!ctx.from || ctx.from.is_bot || ctx.msg?.sender_chat !== undefined || (!read && command === undefined)) return next()
  if ((await staffStanding(desk, ctx.from.id)) !== 'stranger') return next()
  await recordStranger(desk, { account: ctx.from.id, what: read?.action ?? command ?? '', case: read?.case ?? null })
  if (ctx.callbackQuery) await answerPress(ctx)
}

/** A desk button outside the staff group: forwarded, or of a group of before. */
async function outside(desk: Desk, ctx: Context, next: NextFunction): Promise<void> {
  const read = readDeskData(ctx.callbackQuery?.data ?? '')
  if (!read) return next()
  await recordStranger(desk, { account: ctx.from?.id ?? 0, what: read.action, case: read.case })
  await answerPress(ctx, plainText(desk.words.in('ru')('review.outside')), true)
}

/** The same update twice does its work once. */
async function once(desk: Desk, ctx: Context, next: NextFunction): Promise<void> {
  const update = ctx.update.update_id
  if (await desk.store.seen(update)) return ctx.callbackQuery ? answerPress(ctx) : undefined
  await next()
  await desk.store.markSeen(update)
}

/**
 * The desk: commands, buttons and notes of the centre's staff. Decisions are made in the staff group alone, by its
 * members; lists may be asked for in their private chats too. Whatever is not the desk's goes on to the next middleware.
 */
export function makeReviewComposer(desk: Desk): Composer<Context> {
  const composer = new Composer<Context>()
  const staff = composer.filter((ctx) => ctx.chat?.id === desk.messenger.staffChat())
  staff.on(['message', 'callback_query'], (ctx, next) => once(desk, ctx, next))
  staff.on(['message', 'callback_query'], (ctx, next) => refuseStranger(desk, ctx, next))
  staff.use(listCommands(desk))
  staff.use(staffCommands(desk))
  staff.on('callback_query:data', (ctx, next) => press(desk, ctx, next))
  staff.on('message', askTaker(desk))
  staff.on('message', replyTaker(desk))
  staff.on('message:text', noteTaker(desk))
  staff.on('message:text', offerTaker(desk))
  staff.on('edited_message', editTaker(desk))
  composer.filter((ctx) => ctx.chat?.id !== desk.messenger.staffChat()).on('callback_query:data', (ctx, next) => outside(desk, ctx, next))
  composer.use(privateLists(desk))
  return composer
}
