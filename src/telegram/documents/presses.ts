import { judgedOf } from '../../app/app.ts'
import { kindOfItem } from '../../domain/requirements/item.ts'
import { closeItem, giveHome, openItem, overrule, removeUpload } from '../../app/documents/receive.ts'
import { backToList } from '../../app/interview/steer.ts'
import { type Chat, updateOf } from '../context.ts'
import { makeCurrent, ownCase } from '../current-case.ts'
import type { Press } from '../interview/presses.ts'
import { answerPress, say, showCase } from '../send.ts'
import { homeless as homelessOf } from '../../domain/documents/standing.ts'
import { homeScreen, itemScreen } from './item-screen.ts'
import { listScreen, standingsScreen } from './list-screen.ts'
import type { Case } from '../../domain/case/case.ts'

type Change = (app: Chat['app'], request: { id: string; update: number; item: string }) => Promise<{ case: Case; result: boolean | number } | null>

/** Changes one item of an own case, then shows that item. */
const onItem = (change: Change, done?: string): Press => async (ctx, [id, item]) => {
  const found = await ownCase(ctx, id)
  if (!found || !item) return false
  await makeCurrent(ctx, found.id)
  const changed = await change(ctx.app, { id: found.id, update: updateOf(ctx), item })
  if (!changed) return false
  const screen = changed.result ? itemScreen(ctx.app, { ...changed.case, lang: ctx.lang }, item) : null
  if (screen) await say(ctx, done ? { ...screen, html: `${ctx.t(done)}\n\n${screen.html}` } : screen)
  else await showCase(ctx, { ...changed.case, lang: ctx.lang }, [ctx.t('chat.oldButton')])
  await answerPress(ctx)
  return true
}

/** A home for pages that came at another moment; the item is opened too, so that the next pages follow. */
const assign: Press = async (ctx, args) => {
  const [id, item, batch] = args
  const found = await ownCase(ctx, id)
  if (!found || !item) return false
  const given = await giveHome(ctx.app, { id: found.id, update: updateOf(ctx), item, batch: batch ?? null })
  if (!given) return false
  await openItem(ctx.app, { id: found.id, update: null, item })
  const now = await ownCase(ctx, id)
  if (!now) return false
  const screen = now.status === 'interview' || now.status === 'sending' ? null : itemScreen(ctx.app, now, item)
  const remark = ctx.t('documents.homeGiven', { count: given.result, item: ctx.t(`requirements.item.${kindOfItem(item)}.name`) })
  if (screen) await say(ctx, { ...screen, html: `${remark}\n\n${screen.html}` })
  else await showCase(ctx, now, [remark])
  await answerPress(ctx)
  return true
}

const removing: Press = async (ctx, [id, upload]) => {
  const found = await ownCase(ctx, id)
  if (!found || !upload) return false
  const done = await removeUpload(ctx.app, { id: found.id, update: updateOf(ctx), upload })
  if (!done) return false
  const now = { ...done.case, lang: ctx.lang }
  const screen = done.result ? itemScreen(ctx.app, now, done.result) : null
  if (screen) await say(ctx, { ...screen, html: `${ctx.t('documents.removed')}\n\n${screen.html}` })
  else await showCase(ctx, now)
  await answerPress(ctx)
  return true
}

/** Pages that have lost their place, asked a home from the list. */
const homeless: Press = async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  const lost = homelessOf(found, judgedOf(ctx.app, found).items)
  if (lost.length > 0) await say(ctx, homeScreen(ctx.app, found, lost.length))
  else await showCase(ctx, found)
  await answerPress(ctx)
  return true
}

const listed = (screen: typeof listScreen): Press => async (ctx, [id]) => {
  const mine = await ownCase(ctx, id)
  if (!mine) return false
  await makeCurrent(ctx, mine.id)
  // "To the list" means the list, also in the middle of the sending.
  const left = mine.status === 'sending' ? await backToList(ctx.app, { id: mine.id, update: updateOf(ctx) }) : null
  const own = left ? { ...left.case, lang: ctx.lang } : mine
  const closed = own.openItem === null ? null : await closeItem(ctx.app, { id: own.id, update: updateOf(ctx) })
  const found = closed ? { ...closed.case, lang: ctx.lang } : own
  if (found.status === 'collecting' || found.status === 'returned') await say(ctx, screen(ctx.app, found))
  else await showCase(ctx, found)
  await answerPress(ctx)
  return true
}

/** Buttons of the checklist, by the head of their data. */
export const documentPresses: Record<string, Press> = {
  l: listed(listScreen),
  y: listed(standingsScreen),
  o: onItem(openItem),
  v: onItem(overrule, 'documents.overruled'),
  r: removing,
  n: homeless,
  a: assign,
}
