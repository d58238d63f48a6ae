import type { Case, Page, Upload } from '../case/case.ts'
import { isOpen } from '../case/status.ts'
import { uploadsOf } from './standing.ts'

/** The name in the vault of a page laid flat. */
export const flatFile = (page: Pick<Page, 'file'>): string => page.file.replace(/^page-/, 'flat-')

/** What stands for a page in the dossier: the page laid flat where the candidate chose it, else as it was sent. */
export const shownFile = (page: Page): string => (page.flat ? flatFile(page) : page.file)

/** A page of an item, with its file and its number among all pages of the item, from 1. */
export type PlacedPage = { upload: Upload; page: Page; index: number; number: number }

/** Every page of an item in its order; `index` counts within the file. */
export function placedPages(found: Pick<Case, 'secret'>, item: string): PlacedPage[] {
  let number = 0
  return uploadsOf(found, item).flatMap((upload) => upload.pages.map((page, index) => ({ upload, page, index, number: ++number })))
}

/** A file that the candidate may still move, turn or take away: sent in this round, its paper not accepted. */
export const isMovable = (found: Case, upload: Upload): boolean =>
  isOpen(found.status) && !upload.removed && upload.round === found.round && (upload.item === null || found.items[upload.item] !== 'accepted')

/** The files with this one a place earlier among those of its item; unchanged where it is the first. Pure. */
export function movedEarlier(found: Pick<Case, 'secret'>, upload: Upload): Upload[] {
  const order = upload.item === null ? [] : uploadsOf(found, upload.item)
  const at = order.indexOf(upload)
  if (at < 1) return found.secret.uploads
  const swapped = order.toSpliced(at - 1, 2, order[at]!, order[at - 1]!)
  // Their old places in the new order: what is sent later still comes after them.
  const places = order.map((each) => each.place ?? each.message).sort((a, b) => a - b)
  return found.secret.uploads.map((each) => (order.includes(each) ? { ...each, place: places[swapped.indexOf(each)]! } : each))
}

/** The files with this one under another item, as the last of its files; its doubt `duplicate` stays. Pure. */
export function movedTo(found: Pick<Case, 'secret'>, uploads: readonly Upload[], item: string): Upload[] {
  const last = Math.max(0, ...uploadsOf(found, item).map((each) => each.place ?? each.message))
  // Before any message that is still to come, however often files are moved.
  const step = (Math.floor(last) + 1 - last) / (uploads.length + 1)
  return found.secret.uploads.map((each) => {
    const nth = uploads.indexOf(each)
    return nth < 0 ? each : { ...each, item, place: each.message > last ? each.message : last + step * (nth + 1) }
  })
}
