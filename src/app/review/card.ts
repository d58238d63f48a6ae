import type { Case } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { deskData } from '../../domain/review/press.ts'
import type { App } from '../app.ts'
import type { Speaker } from '../dossier/speaker.ts'
import type { AuditEntry, Button, Outgoing } from '../ports.ts'
import { completenessLines, enteredLines, headLines, historyLines, own, paperLines, returnedLines, standingLines, updateLines, withdrawalLines } from './card-lines.ts'

export type CardRequest = { found: Case; others: Case[]; audit: AuditEntry[] }

const LONGEST = 4000

/** Blocks joined while they fit; a block that is too long loses its last lines, and the card says so. */
export function fitted(blocks: string[][], longest: number, more: string): string {
  const kept: string[] = []
  let room = longest - more.length - 4
  for (const block of blocks.filter((each) => each.length > 0)) {
    const lines: string[] = []
    for (const line of block) {
      if (line.length + 2 > room) return [...kept, lines.join('\n'), more].filter((each) => each !== '').join('\n\n')
      lines.push(line)
      room -= line.length + 2
    }
    kept.push(lines.join('\n'))
  }
  return kept.join('\n\n')
}

function stateLines(found: Case, others: Case[], speaker: Speaker): string[] {
  const strangers = others.some((each) => each.account !== found.account)
  return [
    escapeHtml(speaker.say('review.card.round', { round: found.status === 'returned' || (found.status === 'sending' && found.round > 1) ? found.round - 1 : found.round })),
    found.secret.reviewerName === null ? escapeHtml(speaker.say('review.card.free')) : `${escapeHtml(speaker.say('review.card.has'))}: <b>${own(found.secret.reviewerName)}</b>`,
    ...(others.length > 0 ? [`${escapeHtml(speaker.say('review.card.others'))}: ${others.map((each) => `№ ${escapeHtml(each.number ?? each.id)}`).join(', ')}`] : []),
    ...(strangers ? [`⚠️ ${escapeHtml(speaker.say('review.card.otherAccount'))}`] : []),
  ]
}

function buttonsOf(found: Case, others: Case[], speaker: Speaker): Button[][] {
  const button = (action: string): Button =>
    ({ text: speaker.say(`review.button.${action}`), data: deskData({ case: found.id, revision: found.stamp, action }) })
  const own: Button[][] = found.status === 'sent' ? [[button('take')], [button('more')]]
    : found.status === 'review' ? [[button('accept'), button('return')], [button('dossier'), button('back')], [button('more')]]
    : found.status === 'accepted' ? [[button('next'), button('dossier')], [button('more')]]
    : found.status === 'returned' ? [[button('next'), button('more')]] : found.status === 'closed' ? [[button('next')]] : []
  const shows = others.slice(-3).map((each): Button[] =>
    [{ text: speaker.say('review.button.show', { number: each.number ?? each.id }), data: deskData({ case: each.id, revision: each.stamp, action: 'show' }) }])
  return [...own, ...shows]
}

/** The one card of a topic: who, what, each requirement with its clause, completeness, doubts, who has it, what happened. */
export function cardScreen(app: App, request: CardRequest, speaker: Speaker): Outgoing {
  const { found, others, audit } = request
  const blocks = [
    headLines(app, found, speaker), withdrawalLines(app, found, speaker), updateLines(found, speaker), stateLines(found, others, speaker), completenessLines(app, found, speaker), enteredLines(found, speaker),
    standingLines(app, found, speaker), paperLines(app, found, speaker), returnedLines(found, speaker), historyLines(found, speaker, audit),
  ]
  return { html: fitted(blocks, LONGEST, escapeHtml(speaker.say('review.card.more'))), buttons: buttonsOf(found, others, speaker) }
}
