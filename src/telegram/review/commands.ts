import { type CommandContext, Composer, type Context } from 'grammy'
import { type Desk, setStaffLang, staffLang } from '../../app/review/desk.ts'
import { recordGuardian } from '../../app/review/guardian.ts'
import { takeNext } from '../../app/review/take.ts'
import { topicLink } from '../../app/review/topic.ts'
import { LANGS } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { deskData } from '../../domain/review/press.ts'
import { actorOf } from './call.ts'
import { sayHere } from './show.ts'

const say = async (desk: Desk, ctx: Context, key: string, values: Record<string, string | number> = {}): Promise<void> =>
  void (await sayHere(ctx, { html: desk.words.in(await staffLang(desk))(key, values) }))

/** Written in the group's own name: nobody knows whom a case should go to. */
const isAnonymous = (ctx: Context): boolean => ctx.msg?.sender_chat !== undefined || ctx.from?.is_bot === true

/** The oldest free case to whoever asks; the way to it is said where the asking was. */
export async function giveNext(desk: Desk, ctx: Context): Promise<void> {
  if (isAnonymous(ctx)) return say(desk, ctx, 'review.anonymous')
  const found = await takeNext(desk, { update: ctx.update.update_id, actor: actorOf(ctx) })
  if (!found) return say(desk, ctx, 'review.queue.none.free')
  const t = desk.words.in(await staffLang(desk))
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const link = topic ? topicLink(desk.messenger.staffChat(), topic) : null
  const buttons = link ? { buttons: [[{ text: plainText(t('review.button.topic')), url: link }]] } : {}
  await sayHere(ctx, { html: t('review.next', { number: found.number ?? '' }), ...buttons })
}

async function consent(desk: Desk, ctx: CommandContext<Context>): Promise<void> {
  const key = ctx.match.trim().replace(/^№\s*/, '').toLowerCase()
  if (isAnonymous(ctx)) return say(desk, ctx, 'review.anonymous')
  if (key === '') return say(desk, ctx, 'review.guardian.how')
  const done = await recordGuardian(desk, { key, update: ctx.update.update_id, actor: actorOf(ctx) })
  if (!done.ok) return say(desk, ctx, `review.guardian.${done.reason}`)
  await say(desk, ctx, done.told ? 'review.guardian.done' : 'review.guardian.notReached')
}

async function language(desk: Desk, ctx: CommandContext<Context>): Promise<void> {
  const lang = LANGS.find((each) => each === ctx.match.trim().toLowerCase())
  if (lang) {
    await setStaffLang(desk, lang)
    return say(desk, ctx, 'review.language.set')
  }
  const t = desk.words.in(await staffLang(desk))
  const buttons = LANGS.map((each) => [{ text: plainText(t(`review.language.${each}`)), data: deskData({ case: 'desk', revision: 0, action: 'lang', arg: each }) }])
  await sayHere(ctx, { html: t('review.language.which'), buttons })
}

/** What the staff may type in their group. */
export function staffCommands(desk: Desk): Composer<Context> {
  const commands = new Composer<Context>()
  commands.command('next', (ctx) => giveNext(desk, ctx))
  commands.command(['help', 'start'], (ctx) => say(desk, ctx, 'review.help'))
  commands.command('consent', (ctx) => consent(desk, ctx))
  commands.command('language', (ctx) => language(desk, ctx))
  // An unknown command deserves the list of the known ones, not silence.
  commands.filter((ctx) => /^\/[a-z]/.test(ctx.message?.text ?? ''), (ctx) => say(desk, ctx, 'review.help'))
  return commands
}
