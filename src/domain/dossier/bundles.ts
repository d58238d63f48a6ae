import type { Case, Upload } from '../case/case.ts'
import { type ItemStanding, uploadsOf } from '../documents/standing.ts'

/** What was sent for one item, in its place of the checklist. `standing` is null for pages without a home. */
export type Bundle = { order: number; id: string; standing: ItemStanding | null; uploads: Upload[] }

const isStored = (upload: Upload): boolean => upload.state === 'stored' && !upload.removed

/** Everything the dossier holds, item by item in the checklist's order; pages that belong to none come last and are not lost. */
export function bundlesOf(found: Pick<Case, 'secret'>, items: ItemStanding[]): Bundle[] {
  // The application is made, not sent: the numbers count the papers a person sends.
  const sendable = items.filter(({ item }) => item.uploadable)
  const bundles = sendable.map((standing, index): Bundle =>
    ({ order: index + 1, id: standing.item.id, standing, uploads: standing.uploads.filter(isStored) }))
  const known = new Set(items.map(({ item }) => item.id))
  // Of an item that left the list, too, pages returned as worthless do not count.
  const lost = found.secret.uploads.filter((each) => isStored(each) && (each.item === null || (!known.has(each.item) && uploadsOf(found, each.item).includes(each))))
  return [...bundles, { order: sendable.length + 1, id: 'unsorted', standing: null, uploads: lost }].filter(({ uploads }) => uploads.length > 0)
}

/** `01-identity-1.jpg`: the checklist's number, the item, which file of it. */
export const originalName = (bundle: Bundle, index: number): string =>
  `${String(bundle.order).padStart(2, '0')}-${bundle.id}-${index + 1}.${bundle.uploads[index]?.extension ?? 'bin'}`

/** Files of the case that are still on their way from Telegram. */
export const isWaiting = (found: Pick<Case, 'secret'>): boolean =>
  found.secret.uploads.some((each) => each.state === 'waiting' && !each.removed)
