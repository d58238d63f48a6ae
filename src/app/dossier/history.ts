import { eventOf } from '../../domain/dossier/event.ts'
import type { AuditEntry } from '../ports.ts'
import type { Speaker } from './speaker.ts'

const itemList = (speaker: Speaker, detail: string): string =>
  detail.split(',').map((each) => speaker.item(each)).join(', ')

/** One line of the audit in words: when, who, what. */
export function historyLine(speaker: Speaker, entry: AuditEntry): { when: string; who: string; what: string } {
  const event = eventOf(entry)
  const detail = event.name === 'overruled' ? itemList(speaker, event.detail) : event.detail
  return {
    when: speaker.moment(entry.at),
    who: speaker.say(`dossier.who.${event.who}`, { id: event.staff ?? '' }),
    what: speaker.say(`dossier.event.${event.name}`, { detail }),
  }
}
