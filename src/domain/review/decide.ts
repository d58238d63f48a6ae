import type { Case, ItemDecision } from '../case/case.ts'
import type { ItemStanding } from '../documents/standing.ts'
import { isExtra } from '../requirements/settled.ts'
import type { ReviewDraft } from './draft.ts'

/** Who decided and when, in seconds. */
export type By = { name: string; at: number; now: number }

const record = (found: Case, by: By, item: string, reason: string | null): ItemDecision =>
  ({ item, verdict: reason === null ? 'accepted' : 'returned', reason, by: by.name, at: by.at, round: found.round })

/** Items with pages that can be decided now; those accepted in an earlier round stay as they are. */
export const decidable = (items: ItemStanding[]): ItemStanding[] =>
  items.filter(({ item, uploads, state }) => item.uploadable && uploads.length > 0 && state !== 'accepted')

/** Items that may go back: those with pages, and those the rules require of this person. */
export const returnable = (items: ItemStanding[]): ItemStanding[] =>
  items.filter(({ item, uploads }) => item.uploadable && (uploads.length > 0 || item.need === 'required' || isExtra(item.id)))

/** Every item that has pages is accepted, and with them the case. Pure. */
export function accepted(found: Case, items: ItemStanding[], by: By): Case {
  const fresh = decidable(items).map(({ item }) => record(found, by, item.id, null))
  const states = Object.fromEntries(fresh.map(({ item }) => [item, 'accepted' as const]))
  return {
    ...found, status: 'accepted', decidedAt: by.now, openItem: null, items: { ...found.items, ...states },
    secret: { ...found.secret, note: null, decisions: [...found.secret.decisions, ...fresh] },
  }
}

/** The drafted items go back with their reasons, the others with pages stay accepted; the next round begins. Pure. */
export function returned(found: Case, items: ItemStanding[], request: { draft: ReviewDraft; by: By }): Case {
  const { draft, by } = request
  const back = returnable(items).filter(({ item }) => draft.returns[item.id] !== undefined)
  const stay = decidable(items).filter(({ item }) => draft.returns[item.id] === undefined)
  const states = { ...found.items, ...statesOf(stay, 'accepted'), ...statesOf(back, 'returned') }
  const decisions = [
    ...stay.map(({ item }) => record(found, by, item.id, null)),
    ...back.map(({ item }) => record(found, by, item.id, draft.returns[item.id] ?? 'other')),
  ]
  return {
    ...found, status: 'returned', round: found.round + 1, decidedAt: by.now, openItem: null, reviewer: null, items: states,
    secret: { ...found.secret, note: draft.note, reviewerName: null, decisions: [...found.secret.decisions, ...decisions] },
  }
}

const statesOf = (items: ItemStanding[], state: 'accepted' | 'returned'): Case['items'] =>
  Object.fromEntries(items.map(({ item }) => [item.id, state]))

/** The last decision of a round, item by item; empty while there is none. */
export function decisionsOf(found: Case, round: number): ItemDecision[] {
  const all = found.secret.decisions.filter((each) => each.round === round)
  const last = Math.max(...all.map((each) => each.at))
  return all.filter((each) => each.at === last)
}
