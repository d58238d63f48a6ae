import type { Case, Upload } from '../case/case.ts'
import { isReplaced } from '../case/return-reason.ts'
import type { Item } from '../requirements/checklist.ts'

export type ItemState = 'made' | 'open' | 'receiving' | 'there' | 'doubtful' | 'accepted' | 'returned'
export type ItemStanding = { item: Item; state: ItemState; pages: number; uploads: Upload[] }

/** The last round whose pages of an item were sent back as worthless; 0 when none were. */
function worthlessUntil(found: Pick<Case, 'secret'>, item: string): number {
  const rounds = found.secret.decisions.filter((each) => each.item === item && each.verdict === 'returned' && isReplaced(each.reason)).map((each) => each.round)
  return Math.max(0, ...rounds)
}

/** Files of an item that count, in the order they were sent or put into. */
export function uploadsOf(found: Pick<Case, 'secret'>, item: string): Upload[] {
  const after = worthlessUntil(found, item)
  return found.secret.uploads.filter((each) => each.item === item && !each.removed && each.state !== 'refused' && each.round > after)
    .sort((a, b) => (a.place ?? a.message) - (b.place ?? b.message) || a.message - b.message)
}

const hasDoubt = (upload: Upload): boolean =>
  !upload.overruled && upload.pages.some((page) => page.doubts.length > 0)

function stateOf(found: Case, item: Item, uploads: Upload[]): ItemState {
  if (!item.uploadable) return 'made'
  const decided = found.items[item.id]
  if (decided === 'accepted') return 'accepted'
  // A returned item is open again until something new came in this round.
  const fresh = uploads.filter((each) => each.round === found.round)
  if (decided === 'returned' && fresh.length === 0) return 'returned'
  if (uploads.length === 0) return 'open'
  if (uploads.some((each) => each.state === 'waiting')) return 'receiving'
  return uploads.some(hasDoubt) ? 'doubtful' : 'there'
}

/** Where every item of the checklist stands, from what was sent and decided. Pure. */
export const standingsOf = (found: Case, items: Item[]): ItemStanding[] =>
  items.map((item) => {
    const uploads = uploadsOf(found, item.id)
    const pages = uploads.reduce((sum, each) => sum + Math.max(each.pages.length, 1), 0)
    return { item, state: stateOf(found, item, uploads), pages, uploads }
  })

/** Required items with nothing sent, or returned and not sent again. */
export const missingItems = (standings: ItemStanding[]): Item[] =>
  standings.filter(({ item, state }) => item.need === 'required' && (state === 'open' || state === 'returned')).map(({ item }) => item)

/** Photos and files that wait for a home, also those whose paper has left the list by an edit. */
export function homeless(found: Pick<Case, 'secret'>, items: ItemStanding[]): Upload[] {
  const known = new Set(items.map(({ item }) => item.id))
  return found.secret.uploads.filter((each) => !each.removed && each.state !== 'refused'
    && (each.item === null || (!known.has(each.item) && uploadsOf(found, each.item).includes(each))))
}
