import { Composer } from 'grammy'
import { rememberBranch } from '../../app/interview/branch-link.ts'
import type { Chat } from '../context.ts'
import { currentCase } from '../current-case.ts'
import { listScreen } from '../documents/list-screen.ts'
import { myDataScreen } from '../privacy/my-data.ts'
import { say, showCase } from '../send.ts'
import { statusScreen } from '../status-screen.ts'
import { help } from './answer.ts'
import { gradesScreen } from './look-screens.ts'
import { languageScreen, menuScreen } from './menu-screens.ts'

/** `/start p-<profession>` opens a trade, `/start b-<branch>` is a branch's link; any other payload is kept by nobody and does no harm. */
const professionOf = (ctx: Chat, payload: string): string | undefined => {
  const id = /^p-([a-z0-9-]+)$/.exec(payload)?.[1]
  return id !== undefined && ctx.app.catalogue.entries.has(id) ? id : undefined
}

async function start(ctx: Chat, payload: string): Promise<void> {
  const branch = /^b-([a-z0-9-]{1,16})$/.exec(payload)?.[1]
  if (branch !== undefined && ctx.app.centre.branches.some(({ id }) => id === branch)) rememberBranch(ctx.account.id, branch)
  const profession = professionOf(ctx, payload)
  if (ctx.account.lang === null) {
    const screen = languageScreen(ctx.app)
    const suffix = profession ? `:${profession}` : ''
    return say(ctx, { ...screen, buttons: screen.buttons?.map((row) => row.map((each) => ('data' in each ? { ...each, data: `${each.data}${suffix}` } : each))) ?? [] })
  }
  const found = await currentCase(ctx)
  const entry = profession ? ctx.app.catalogue.entries.get(profession) : undefined
  if (entry && !found) return say(ctx, gradesScreen(ctx.app, ctx.lang, entry))
  await say(ctx, menuScreen(ctx.app, ctx.lang, { hasCase: found !== null }))
  if (found) await showCase(ctx, found, [ctx.t('chat.whereYouAre')])
}

async function onCase(ctx: Chat, show: (found: NonNullable<Awaited<ReturnType<typeof currentCase>>>) => Promise<void>): Promise<void> {
  const found = await currentCase(ctx)
  if (found) return show(found)
  await say(ctx, withNote(ctx))
}

const withNote = (ctx: Chat): ReturnType<typeof menuScreen> => {
  const screen = menuScreen(ctx.app, ctx.lang)
  return { ...screen, html: `${ctx.t('chat.noCases')}\n\n${screen.html}` }
}

/** Commands work at any moment and are never taken for an answer. */
export function candidateCommands(): Composer<Chat> {
  const commands = new Composer<Chat>()
  commands.command('start', (ctx) => start(ctx, ctx.match))
  commands.command('language', (ctx) => say(ctx, languageScreen(ctx.app)))
  commands.command(['help', 'cancel', 'status', 'checklist', 'mydata'], async (ctx, next) => {
    if (ctx.account.lang === null) return say(ctx, languageScreen(ctx.app))
    return next()
  })
  commands.command('help', async (ctx) => {
    const found = await currentCase(ctx)
    return found ? help(ctx, found) : say(ctx, { ...menuScreen(ctx.app, ctx.lang), html: ctx.t('chat.helpGeneral') })
  })
  commands.command('cancel', (ctx) => onCase(ctx, () => say(ctx, { html: ctx.t('chat.laterText'), buttons: [[{ text: ctx.t('chat.menu.continue'), data: 'm:continue' }], [{ text: ctx.t('chat.menu.centre'), data: 'm:centre' }]] })))
  commands.command('status', (ctx) => onCase(ctx, (found) => say(ctx, statusScreen(ctx.app, found))))
  commands.command('checklist', (ctx) => onCase(ctx, (found) => (found.status === 'collecting' || found.status === 'returned' ? say(ctx, listScreen(ctx.app, found)) : showCase(ctx, found, [ctx.t('chat.listLater')]))))
  commands.command('mydata', (ctx) => onCase(ctx, (found) => say(ctx, myDataScreen(ctx.app, found, ctx.account.muted))))
  return commands
}

