import { eventOf } from '../../domain/dossier/event.ts'
import type { AuditEntry } from '../ports.ts'
import type { Speaker } from './speaker.ts'

type Names = ReadonlyMap<string, string>

const itemList = (speaker: Speaker, detail: string): string =>
  detail.split(',').map((each) => speaker.item(each)).join(', ')

function whoDid(speaker: Speaker, event: ReturnType<typeof eventOf>, names: Names): string {
  const name = event.staff === null ? undefined : names.get(event.staff)
  return name === undefined ? speaker.say(`dossier.who.${event.who}`, { id: event.staff ?? '' }) : speaker.say('dossier.who.named', { name })
}

/** One line of the audit in words: when, who, what. `names`: staff by id, where the case knows them. */
export function historyLine(speaker: Speaker, entry: AuditEntry, names: Names = new Map()): { when: string; who: string; what: string } {
  const event = eventOf(entry)
  const detail = event.name === 'overruled' ? itemList(speaker, event.detail) : event.detail
  return { when: speaker.moment(entry.at), who: whoDid(speaker, event, names), what: speaker.say(`dossier.event.${event.name}`, { detail }) }
}
