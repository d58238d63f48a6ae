import type { Change } from '../../domain/case/change.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import type { Speaker } from '../dossier/speaker.ts'

const need = (speaker: Speaker, of: string | null): string => speaker.say(`requirements.need.${of ?? 'not-needed'}`).toLowerCase()
const state = (speaker: Speaker, of: string | null): string => (of === null ? '—' : speaker.say(`requirements.state.${of}`))

/** Why, and under which clause. */
function why(speaker: Speaker, { reason, values, clause }: Change): string {
  const where = speaker.clause(clause)
  return `${reason === null ? '' : ` ${escapeHtml(speaker.say(`requirements.${reason}`, values))}`}${where ? ` <i>(${escapeHtml(where)})</i>` : ''}`
}

/** One difference in plain words: before, now, why. HTML. */
export function changeWords(speaker: Speaker, change: Change): string {
  if (change.kind === 'standing') {
    const name = escapeHtml(speaker.say(`requirements.requirement.${change.requirement}`))
    return `• <b>${name}:</b> ${escapeHtml(state(speaker, change.from))} → <b>${escapeHtml(state(speaker, change.to))}</b>.${why(speaker, change)}`
  }
  const name = escapeHtml(speaker.item(change.itemKind))
  if (change.from === change.to) return `• <b>${name}:</b> ${escapeHtml(speaker.say('updates.person.other'))}${why(speaker, change)}`
  return `• <b>${name}:</b> ${escapeHtml(need(speaker, change.from))} → <b>${escapeHtml(need(speaker, change.to))}</b>.${why(speaker, change)}`
}
