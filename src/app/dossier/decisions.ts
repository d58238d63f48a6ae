import type { Case, ItemDecision } from '../../domain/case/case.ts'
import { isReplaced, RETURN_REASONS } from '../../domain/case/return-reason.ts'
import type { Section } from '../../domain/dossier/paper.ts'
import type { Speaker } from './speaker.ts'

function reasonOf(speaker: Speaker, { reason }: ItemDecision): string {
  return speaker.say(`review.reason.${RETURN_REASONS.find((each) => each === reason) ?? 'other'}`)
}

/** What happened to an item's pages before: each round that sent it back, and whether those pages still count. */
export const returnsOf = (found: Case, item: string, speaker: Speaker): string[] =>
  found.secret.decisions.filter((each) => each.item === item && each.verdict === 'returned').map((each) =>
    speaker.say(isReplaced(each.reason) ? 'dossier.returnedPages' : 'dossier.returnedBefore', { round: each.round, reason: reasonOf(speaker, each) }))

/** Who decided what, when and why, and the note that went with it; nothing while nobody decided. */
export function decisionsSection(found: Case, speaker: Speaker): Section[] {
  const { decisions, note } = found.secret
  if (decisions.length === 0) return []
  const table = decisions.map((each) => [
    { text: speaker.moment(each.at * 1000), note: speaker.say('dossier.inRound', { round: each.round }) }, speaker.item(each.item),
    speaker.say(`dossier.verdict.${each.verdict}`), each.verdict === 'returned' ? reasonOf(speaker, each) : '—', each.by,
  ])
  const columns = ['time', 'item', 'decision', 'cause', 'by'].map((each) => speaker.say(`dossier.column.${each}`))
  const rows = note ? [{ label: speaker.say('dossier.note'), value: note }] : []
  return [{ heading: speaker.say('dossier.decisions'), columns, table, ...(rows.length > 0 ? { rows } : {}) }]
}
