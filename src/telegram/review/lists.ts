import { type CommandContext, Composer, type Context, type NextFunction } from 'grammy'
import { isManager, recordStranger, staffStanding } from '../../app/review/access.ts'
import { auditList, strangersList } from '../../app/review/audit-list.ts'
import { type Desk, staffLang } from '../../app/review/desk.ts'
import { exportCases } from '../../app/review/export-cases.ts'
import { findCases } from '../../app/review/find-cases.ts'
import { QUEUES, queueList, readQueueArg } from '../../app/review/queue-list.ts'
import { statsList } from '../../app/review/stats-list.ts'
import type { Act } from './card-presses.ts'
import { answerPress, sayHere, showOn } from './show.ts'

type Command = (desk: Desk, ctx: CommandContext<Context>) => Promise<unknown>

const say = async (desk: Desk, ctx: Context, key: string): Promise<unknown> => sayHere(ctx, { html: desk.words.in(await staffLang(desk))(key) })

const queue: Command = async (desk, ctx) => {
  const kind = QUEUES.find((each) => each === ctx.match.trim().toLowerCase()) ?? 'free'
  await sayHere(ctx, await queueList(desk, { kind, page: 0, reviewer: ctx.from?.id ?? 0 }))
}

/** A list of another kind or page, on the same message. */
export const turnQueue: Act = async ({ desk, ctx, arg, request }) => {
  const asked = readQueueArg(arg, request.actor.id)
  const message = ctx.callbackQuery?.message?.message_id
  if (asked && message !== undefined) await showOn(ctx, message, await queueList(desk, asked))
  await answerPress(ctx)
}

/** `iin` beside the command asks for the whole number; anything else leaves it masked. */
const wantsIin = (words: string[]): boolean => words.some((each) => /^(iin|иин|жсн)$/i.test(each))

const audit: Command = async (desk, ctx) => {
  const words = ctx.match.replace(/№/g, ' ').trim().split(/\s+/).filter((each) => each !== '')
  const number = words.find((each) => /^\d\d-\d+$/.test(each))
  for (const html of number === undefined ? await strangersList(desk) : await auditList(desk, { number, open: wantsIin(words) })) await sayHere(ctx, { html })
}

const exported: Command = async (desk, ctx) => {
  await exportCases(desk, { manager: ctx.from?.id ?? 0, open: wantsIin(ctx.match.split(/\s+/)) })
}

/** Whole records of people: for managers, and never into the group. */
const forManagers = (command: Command): Command => async (desk, ctx) => {
  if (!isManager(desk, ctx.from?.id ?? 0)) {
    await recordStranger(desk, { account: ctx.from?.id ?? 0, what: `/${ctx.msg.text.slice(1).split(/[\s@]/)[0] ?? ''}`, case: null })
    return say(desk, ctx, 'review.managersOnly')
  }
  return ctx.chat.type === 'private' ? command(desk, ctx) : say(desk, ctx, 'review.privateOnly')
}

const COMMANDS: Record<string, Command> = {
  queue,
  find: async (desk, ctx) => sayHere(ctx, await findCases(desk, ctx.match)),
  stats: async (desk, ctx) => sayHere(ctx, await statsList(desk)),
  audit: forManagers(audit),
  export: forManagers(exported),
}

/** The lists, for whoever may be asking: in the group, and in the private chat of its members. */
export function listCommands(desk: Desk): Composer<Context> {
  const commands = new Composer<Context>()
  for (const [name, run] of Object.entries(COMMANDS)) commands.command(name, async (ctx) => void (await run(desk, ctx as CommandContext<Context>)))
  return commands
}

/** In a private chat only members of the group and managers get lists; for everybody else these are unknown words, and an entry says who tried. */
export function privateLists(desk: Desk): Composer<Context> {
  const lists = listCommands(desk)
  const composer = new Composer<Context>()
  composer.chatType('private').command(Object.keys(COMMANDS), async (ctx, next: NextFunction) => {
    const allowed = isManager(desk, ctx.from.id) || (await staffStanding(desk, ctx.from.id)) === 'member'
    if (allowed) return lists.middleware()(ctx, next)
    await recordStranger(desk, { account: ctx.from.id, what: ctx.msg.text.slice(0, 20).split(/\s/)[0] ?? '', case: null })
    await next()
  })
  return composer
}
