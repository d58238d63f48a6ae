import { kindOfItem } from '../../domain/requirements/item.ts'
import type { Case, Lang } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import type { Phrase } from '../../domain/interview/question.ts'
import { citation } from '../../domain/requirements/catalogue.ts'
import type { Clause } from '../../domain/requirements/demand.ts'
import type { App } from '../app.ts'

/** Words as plain text, for papers and for whatever escapes them itself. */
export type Speaker = {
  lang: Lang
  say(key: string, values?: Record<string, string | number>): string
  phrase(phrase: Phrase): string
  /** "Rules No 374, ch. 2"; empty without a clause. */
  clause(clause: Clause | null): string
  item(kind: string): string
  /** A moment in the centre's zone; milliseconds. */
  moment(ms: number | null): string
}

export function speakerOf(app: App, lang: Lang): Speaker {
  const t = app.words.in(lang)
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: app.centre.timeZone })
  const phrase: Speaker['phrase'] = (each) => plainText(sayPhrase(t, lang, each))
  const say: Speaker['say'] = (key, values) => plainText(t(key, values))
  return {
    lang, say, phrase,
    clause: (clause) => (clause ? citation(app.catalogue, clause, lang) : ''),
    item: (id) => say(`requirements.item.${kindOfItem(id)}.name`),
    // Intl's Russian "г." says nothing and doubles a full stop.
    moment: (ms) => (ms === null ? '—' : format.format(new Date(ms)).replace(/ г\.(?=,? )/, '')),
  }
}

/** The law's two languages; English readers get Russian papers. Both side by side is still to come. */
export const paperLang = (found: Pick<Case, 'lang'>): 'kk' | 'ru' => (found.lang === 'kk' ? 'kk' : 'ru')
