import { Composer, type Context, type NextFunction } from 'grammy'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { readDeskData } from '../../domain/review/press.ts'
import { callOf } from './call.ts'
import { cardPresses } from './card-presses.ts'
import { staffCommands } from './commands.ts'
import { draftPresses } from './draft-presses.ts'
import { noteTaker } from './note.ts'
import { replyTaker } from './reply.ts'
import { answerPress } from './show.ts'

const PRESSES = { ...cardPresses, ...draftPresses }

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

/** A desk button outside the staff group changes nothing; a line of the log says who tried. */
async function outside(desk: Desk, ctx: Context, next: NextFunction): Promise<void> {
  const read = readDeskData(ctx.callbackQuery?.data ?? '')
  if (!read) return next()
  desk.log.warn({ account: ctx.from?.id, case: read.case, action: read.action }, 'a desk button was pressed outside the staff group')
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
 * The desk: commands, buttons and notes of the centre's staff. Only what comes from the staff group counts: who is in
 * the group is staff. Whatever is not the desk's goes on to the next middleware.
 */
export function makeReviewComposer(desk: Desk): Composer<Context> {
  const composer = new Composer<Context>()
  const staff = composer.filter((ctx) => ctx.chat?.id === desk.messenger.staffChat())
  staff.on(['message', 'callback_query'], (ctx, next) => once(desk, ctx, next))
  staff.use(staffCommands(desk))
  staff.on('callback_query:data', (ctx, next) => press(desk, ctx, next))
  staff.on('message', replyTaker(desk))
  staff.on('message:text', noteTaker(desk))
  composer.filter((ctx) => ctx.chat?.id !== desk.messenger.staffChat()).on('callback_query:data', (ctx, next) => outside(desk, ctx, next))
  return composer
}
