import { askList, askPage, chooseFlat, moveEarlier, moveTo } from '../../app/documents/arrange.ts'
import { kindOfItem } from '../../domain/requirements/item.ts'
import { plainText } from '../../domain/case/phrase.ts'
import type { Case } from '../../domain/case/case.ts'
import { type Chat, updateOf } from '../context.ts'
import { makeCurrent, ownCase } from '../current-case.ts'
import type { Press } from '../interview/presses.ts'
import { answerPress, say } from '../send.ts'
import { moveScreen, pagesScreen } from './pages-screen.ts'

/** The pages of a paper; false when it is not on the checklist. */
async function showPages(ctx: Chat, found: Case, { item, remark }: { item: string | null; remark?: string }): Promise<boolean> {
  const screen = item === null ? null : pagesScreen(ctx.app, { ...found, lang: ctx.lang }, item)
  if (!screen) return false
  await say(ctx, remark ? { ...screen, html: `${remark}\n\n${screen.html}` } : screen)
  await answerPress(ctx)
  return true
}

const pages: Press = async (ctx, [id, item]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  await makeCurrent(ctx, found.id)
  return showPages(ctx, found, { item: item ?? null })
}

const view = (flat: boolean): Press => async (ctx, [id, upload, page]) => {
  const found = await ownCase(ctx, id)
  if (!found || !upload) return false
  const done = await askPage(ctx.app, { id: found.id, update: updateOf(ctx), upload, page: Number(page) || 0, flat })
  if (!done?.result) return false
  await answerPress(ctx)
  return true
}

/** A change to one file, said and shown among the pages of its paper. */
const changing = (change: (ctx: Chat, args: { id: string; upload: string; rest: string[] }) => Promise<{ case: Case; result: string | null } | null>, words: string): Press =>
  async (ctx, [id, upload, ...rest]) => {
    const found = await ownCase(ctx, id)
    if (!found || !upload) return false
    const done = await change(ctx, { id: found.id, upload, rest })
    if (!done?.result) return false
    const name = plainText(ctx.t(`requirements.item.${kindOfItem(done.result)}.name`))
    return showPages(ctx, done.case, { item: done.result, remark: ctx.t(words, { item: name }) })
  }

const where: Press = async (ctx, [id, upload]) => {
  const found = await ownCase(ctx, id)
  const one = found?.secret.uploads.find((each) => each.id === upload && !each.removed)
  if (!found || !one) return false
  await say(ctx, moveScreen(ctx.app, found, one))
  await answerPress(ctx)
  return true
}

const sheet: Press = async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  if (!found || !(await askList(ctx.app, { id: found.id, update: updateOf(ctx) }))) return false
  await answerPress(ctx, ctx.t('documents.listComing'))
  return true
}

/** Buttons of single pages and of the sheet, by the head of their data. */
export const pagePresses: Record<string, Press> = {
  f: pages,
  G: sheet,
  P: view(false),
  S: view(true),
  W: where,
  M: changing((ctx, { id, upload }) => moveEarlier(ctx.app, { id, update: updateOf(ctx), upload }), 'documents.pages.moved'),
  H: changing((ctx, { id, upload, rest }) => moveTo(ctx.app, { id, update: updateOf(ctx), upload, item: rest[0] ?? '' }), 'documents.pages.movedTo'),
  U: changing((ctx, { id, upload, rest }) => chooseFlat(ctx.app, { id, update: updateOf(ctx), upload, page: Number(rest[0]) || 0, flat: rest[1] === '1' }), 'documents.pages.chosen'),
}
