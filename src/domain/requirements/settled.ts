import { item, type Item } from './item.ts'

/** What the centre has decided about one case: need of an item it was free to settle, and papers it asks for beside the list. */
export type SettledBy = { settled: readonly { item: string; need: 'required' | 'not-needed'; reason: string }[]; extras: readonly { id: string; text: string }[] }

export const isExtra = (id: string): boolean => id.startsWith('extra-')

/** The checklist with the centre's decisions on it: only what the rules leave to the centre can be settled; an extra paper is asked, never demanded by the rules. Pure. */
export function settledItems(items: readonly Item[], { settled, extras }: SettledBy): Item[] {
  const decided = items.map((each): Item => {
    const last = each.need === 'centre-decides' ? settled.findLast((one) => one.item === each.id) : undefined
    return last ? { ...each, need: last.need, reason: 'why.settled', values: { text: last.reason } } : each
  })
  return [...decided, ...extras.map(({ id, text }) => item('other', 'optional', 'why.extra', { id, values: { text } }))]
}
