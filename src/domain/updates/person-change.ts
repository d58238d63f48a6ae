import type { Change } from '../case/change.ts'
import type { ItemStanding } from '../documents/standing.ts'
import { canonical } from '../requirements/catalogue-diff.ts'
import type { Standing } from '../requirements/standing-type.ts'

/** A case as it is judged by one catalogue. */
export type Judgement = { items: readonly ItemStanding[]; standings: readonly Standing[] }

/** "Not on the list" and "not needed" are the same for a person. */
const isAbsent = (need: string | null): boolean => need === null || need === 'not-needed'
const isAsked = (need: string | null): boolean => need === 'required' || need === 'centre-decides'

function itemChange(from: ItemStanding | undefined, to: ItemStanding | undefined): Change[] {
  const item = (to ?? from)?.item
  // What a human has accepted stays accepted: nothing is asked of the person, so nothing is said.
  if (!item || (to ?? from)?.state === 'accepted') return []
  const [before, after] = [from?.item.need ?? null, to?.item.need ?? null]
  const changed = before !== after && !(isAbsent(before) && isAbsent(after))
  const otherwise = isAsked(after) && isAsked(before) && (from?.item.reason !== to?.item.reason || canonical(from?.item.values) !== canonical(to?.item.values))
  if (!changed && !otherwise) return []
  return [{ kind: 'item', item: item.id, itemKind: item.kind, from: before, to: after, reason: to?.item.reason ?? null, values: to?.item.values ?? {}, clause: to?.item.clause ?? null }]
}

function itemChanges(before: Judgement, after: Judgement): Change[] {
  const old = new Map(before.items.map((each) => [each.item.id, each]))
  const now = new Map(after.items.map((each) => [each.item.id, each]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => itemChange(old.get(id), now.get(id)))
}

function standingChanges(before: Judgement, after: Judgement): Change[] {
  const old = new Map(before.standings.map((each) => [each.requirement, each]))
  return after.standings.flatMap((to): Change[] => {
    const from = old.get(to.requirement)
    if (from?.state === to.state) return []
    return [{ kind: 'standing', requirement: to.requirement, from: from?.state ?? null, to: to.state, reason: to.reason, values: to.values, clause: to.clause }]
  })
}

/** What changes for one person between two judgements of the same answers. Empty when the person need hear nothing. Pure. */
export function changesFor(before: Judgement, after: Judgement): Change[] {
  const items = itemChanges(before, after)
  // A special paper is all there is to that requirement: said once.
  const said = items.some((each) => each.kind === 'item' && each.itemKind === 'special')
  return [...items, ...standingChanges(before, after).filter((each) => !(said && each.kind === 'standing' && each.requirement === 'special'))]
}
