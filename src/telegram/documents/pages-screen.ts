import { type App, judgedOf } from '../../app/app.ts'
import type { Button, Outgoing } from '../../app/ports.ts'
import { verdictLines } from '../../app/documents/verdict-words.ts'
import type { Case, Upload } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { placedPages } from '../../domain/documents/arrange.ts'
import { itemName } from './list-screen.ts'

const IN_A_ROW = 5
/** More buttons than this the platform does not take; the pages behind them are reached page by page. */
const MOST = 60

const inRows = (buttons: Button[]): Button[][] => Array.from({ length: Math.ceil(buttons.length / IN_A_ROW) }, (_, row) => buttons.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW))

/** All pages of one paper with what is said of each; a number shows the page. */
export function pagesScreen(app: App, found: Case, id: string): Outgoing | null {
  const t = app.words.in(found.lang)
  const standing = judgedOf(app, found).items.find(({ item }) => item.id === id)
  if (!standing) return null
  const pages = placedPages(found, id)
  const lines = pages.length === 0 ? [t('documents.pages.none')] : [t('documents.pages.choose', { count: pages.length }), ...verdictLines(t, standing.uploads.filter(({ state }) => state === 'stored'), 'documents.pageNumber')]
  return {
    html: [`<b>${itemName(t, standing.item)}</b>`, ...lines].join('\n\n'),
    buttons: [
      ...inRows(pages.slice(0, MOST).map(({ upload, index, number }) => ({ text: String(number), data: `P:${found.id}:${upload.id}:${index}` }))),
      [{ text: t('documents.pages.toItem'), data: `o:${found.id}:${id}` }],
    ],
  }
}

/** Where a file is to be moved. */
export function moveScreen(app: App, found: Case, upload: Upload): Outgoing {
  const t = app.words.in(found.lang)
  const items = judgedOf(app, found).items.filter(({ item, state }) => item.uploadable && state !== 'accepted' && item.id !== upload.item)
  const buttons = items.map(({ item }): Button[] => [{ text: plainText(itemName(t, item)).slice(0, 60), data: `H:${found.id}:${upload.id}:${item.id}` }])
  return { html: t('documents.whichPaper', { count: Math.max(1, upload.pages.length) }), buttons: [...buttons, [{ text: t('documents.pages.back'), data: `f:${found.id}:${upload.item ?? ''}` }]] }
}
