import type { ItemStanding } from '../../domain/documents/standing.ts'
import type { Speaker } from './speaker.ts'

const KNOWN = ['small', 'blurred', 'dark', 'bright', 'blank']

/** What the machine doubts about an item's pages, each doubt once, in words. */
export function doubtsOf(speaker: Speaker, { uploads }: ItemStanding): string {
  const reasons = uploads.flatMap((each) => each.pages.flatMap((page) => page.doubts.map(({ reason }) => reason)))
  const words = [...new Set(reasons)].map((reason) => speaker.say(`dossier.doubt.${KNOWN.includes(reason) ? reason : 'other'}`))
  return [...new Set(words)].join(', ')
}

export const isOverruled = ({ uploads }: ItemStanding): boolean => uploads.some((each) => each.overruled)

/** The checklist as the centre reads it: item, need, why, status, pages, doubts and whether the candidate overruled them. */
export function checklistRows(speaker: Speaker, items: ItemStanding[]): string[][] {
  // Numbered as the originals are: the application is made, not sent.
  const sendable = items.filter(({ item }) => item.uploadable)
  return items.map((each) => [
    [...(each.item.uploadable ? [`${sendable.indexOf(each) + 1}.`] : []), speaker.item(each.item.kind)].join(' '),
    speaker.say(`requirements.need.${each.item.need}`),
    speaker.clause(each.item.clause) || '—',
    speaker.say(`dossier.state.${each.state}`),
    String(each.pages),
    [doubtsOf(speaker, each), ...(isOverruled(each) ? [speaker.say('dossier.overruled')] : [])].filter((text) => text !== '').join('; ') || '—',
  ])
}

export const checklistColumns = (speaker: Speaker): string[] =>
  ['item', 'need', 'why', 'state', 'pages', 'doubts'].map((each) => speaker.say(`dossier.column.${each}`))
