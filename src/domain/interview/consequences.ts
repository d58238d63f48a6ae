import type { Case } from '../case/case.ts'
import type { Need } from '../requirements/checklist.ts'
import type { ItemKind } from '../requirements/item.ts'
import type { Judged } from './judged.ts'

/** What an edit changes besides itself: answers to be given again, papers whose need changes (null: not on the list). */
export type Consequences = { again: string[]; papers: { kind: ItemKind; from: Need | null; to: Need | null }[] }

const needs = (judged: Judged): Map<ItemKind, Need> => new Map(judged.items.map(({ item }) => [item.kind, item.need]))

function changedPapers(before: Judged, after: Judged): Consequences['papers'] {
  const from = needs(before)
  const to = needs(after)
  const kinds = [...new Set([...from.keys(), ...to.keys()])]
  return kinds.map((kind) => ({ kind, from: from.get(kind) ?? null, to: to.get(kind) ?? null })).filter((each) => each.from !== each.to)
}

/** The question "is all of it right?" is always asked again and is no news. */
const isNews = (key: string): boolean => key !== 'summary'

/** Compares a case before and after an edit. Pure. */
export function consequencesOf(before: { found: Case; judged: Judged }, after: { found: Case; judged: Judged }): Consequences {
  const left = after.found.secret.answers
  const again = Object.keys(before.found.secret.answers).filter((key) => !(key in left) && isNews(key))
  return { again, papers: changedPapers(before.judged, after.judged) }
}

export const changesMore = ({ again, papers }: Consequences): boolean => again.length > 0 || papers.length > 0
