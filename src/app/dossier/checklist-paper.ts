import type { Case } from '../../domain/case/case.ts'
import { ownText } from '../../domain/centre/profile.ts'
import type { ItemStanding, ItemState } from '../../domain/documents/standing.ts'
import type { Paper, Row, Section } from '../../domain/dossier/paper.ts'
import { type App, judgedOf } from '../app.ts'
import { type Speaker, speakerOf } from './speaker.ts'
import { answersSaid, tradeOf } from './told.ts'

const PARTS = ['required', 'centre-decides', 'optional', 'not-needed'] as const
/** Nothing more is to be done about it. */
const DONE: readonly ItemState[] = ['there', 'accepted']

function rowOf(speaker: Speaker, { item, state }: ItemStanding): Row {
  const clause = speaker.clause(item.clause)
  const why = [speaker.say(`requirements.${item.reason}`, item.values), ...(clause ? [clause] : [])].join(' — ')
  return {
    label: speaker.item(item.kind), note: why, value: speaker.say(`requirements.item.${item.kind}.where`),
    done: DONE.includes(state), state: speaker.say(`dossier.state.${state}`),
  }
}

function partOf(speaker: Speaker, need: (typeof PARTS)[number], items: ItemStanding[]): Section[] {
  // What is not needed stands there only if it was sent all the same.
  const own = items.filter(({ item, uploads }) => item.need === need && (need !== 'not-needed' || uploads.length > 0))
  if (own.length === 0) return []
  const columns = ['what', 'reason', 'where', 'done'].map((each) => speaker.say(`dossier.column.${each}`))
  return [{ heading: speaker.say(`requirements.need.${need}`), columns, rows: own.map((each) => rowOf(speaker, each)) }]
}

function centreFacts(app: App, speaker: Speaker): Row[] {
  const { centre } = app
  const or = (value: string | null): string => value ?? speaker.say('centre.notSupplied')
  const own = (fact: 'address' | 'hours'): string | null => { const given = centre[fact]; return given ? ownText(given, speaker.lang) : null }
  return [
    { label: speaker.say('dossier.fact.centre'), value: centre.name[speaker.lang] },
    { label: speaker.say('dossier.fact.address'), value: or(own('address')) },
    { label: speaker.say('dossier.fact.hours'), value: or(own('hours')) },
    { label: speaker.say('dossier.fact.phones'), value: or(centre.phones.join(', ') || null) },
  ]
}

/** The candidate's own list to keep: what, why, where to get it, and a box to tick; in the candidate's language. */
export function checklistPaper(app: App, found: Case): Paper {
  const speaker = speakerOf(app, found.lang)
  const trade = tradeOf(app, found, speaker)
  const { items } = judgedOf(app, found)
  const { number } = found
  const name = answersSaid(app, found, speaker)('name')
  return {
    template: 'checklist', lang: found.lang, title: speaker.say('dossier.checklistTitle'),
    subtitle: [name, trade.profession, trade.level].filter((each) => each !== null).join(' · '), ...(number === null ? {} : { number: `№ ${number}` }),
    facts: centreFacts(app, speaker), sections: PARTS.flatMap((need) => partOf(speaker, need, items)), groups: [],
    footer: number === null ? speaker.say('dossier.checklistFooterOpen', { when: speaker.moment(found.updatedAt) }) : speaker.say('dossier.checklistFooter', { number }),
    issuedAt: new Date(found.sentAt ?? found.updatedAt).toISOString(), pageWord: speaker.say('dossier.pageWord'),
  }
}
