import type { Case } from '../../domain/case/case.ts'
import type { ItemStanding } from '../../domain/documents/standing.ts'
import type { Cell } from '../../domain/dossier/paper.ts'
import { returnsOf } from './decisions.ts'
import { DOUBT_REASONS } from '../../domain/documents/verdict.ts'
import type { Speaker } from './speaker.ts'

const KNOWN: readonly string[] = DOUBT_REASONS

/** What the machine doubts about an item's pages, each doubt once, in words. */
export function doubtsOf(speaker: Speaker, { uploads }: ItemStanding): string {
  const reasons = uploads.flatMap((each) => each.pages.flatMap((page) => page.doubts.map(({ reason }) => reason)))
  const words = [...new Set(reasons)].map((reason) => speaker.say(`dossier.doubt.${KNOWN.includes(reason) ? reason : 'other'}`))
  return [...new Set(words)].join(', ')
}

export const isOverruled = ({ uploads }: ItemStanding): boolean => uploads.some((each) => each.overruled)

/** Everything there is to say of one item: doubts, the candidate's reason for its absence, what came of it before. */
function remarks(sheet: Sheet, each: ItemStanding): string {
  const { found, speaker, missing } = sheet
  const doubts = [doubtsOf(speaker, each), ...(isOverruled(each) ? [speaker.say('dossier.overruled')] : [])].filter((text) => text !== '').join('; ')
  const own = missing.find(({ id }) => id === each.item.id)?.own
  return [...(doubts ? [doubts] : []), ...(own ? [speaker.say('dossier.missingReason', { reason: own })] : []), ...returnsOf(found, each.item.id, speaker)].join('\n') || '—'
}

type Sheet = { found: Case; speaker: Speaker; items: ItemStanding[]; missing: { id: string; own: string | null }[] }

/** The checklist as the centre reads it: item with its clause, need, status, pages, doubts and what the candidate says of it. */
export function checklistRows(sheet: Sheet): Cell[][] {
  const { speaker, items } = sheet
  // Numbered as the originals are: the application is made, not sent.
  const sendable = items.filter(({ item }) => item.uploadable)
  return items.map((each) => {
    const text = [...(each.item.uploadable ? [`${sendable.indexOf(each) + 1}.`] : []), speaker.item(each.item.kind)].join(' ')
    const clause = speaker.clause(each.item.clause)
    return [
      clause ? { text, note: clause } : text, speaker.say(`requirements.need.${each.item.need}`), speaker.say(`dossier.state.${each.state}`),
      each.item.uploadable ? String(each.pages) : '—', remarks(sheet, each),
    ]
  })
}

export const checklistColumns = (speaker: Speaker): string[] =>
  ['item', 'need', 'state', 'pages', 'doubts'].map((each) => speaker.say(`dossier.column.${each}`))
