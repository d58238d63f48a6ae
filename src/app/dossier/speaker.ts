import { kindOfItem } from '../../domain/requirements/item.ts'
import type { Case, Lang } from '../../domain/case/case.ts'
import { plainText, sayPhrase } from '../../domain/case/phrase.ts'
import type { Phrase } from '../../domain/interview/question.ts'
import { citation } from '../../domain/requirements/catalogue.ts'
import { sideBySide } from '../../domain/dossier/side-by-side.ts'
import type { Paper } from '../../domain/dossier/paper.ts'
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

/** The law's two languages; English readers get Russian papers. */
const ownLang = (found: Pick<Case, 'lang'>): 'kk' | 'ru' => (found.lang === 'kk' ? 'kk' : 'ru')

/** A paper for the centre, in the language that the profile wants, or in both of the law's languages side by side. */
export async function inPaperLanguage(app: App, found: Case, draw: (speaker: Speaker, lang: 'kk' | 'ru') => Paper | Promise<Paper>): Promise<Paper> {
  const { paperLanguage } = app.centre
  const drawIn = async (lang: 'kk' | 'ru'): Promise<Paper> => draw(speakerOf(app, lang), lang)
  if (paperLanguage === 'both') return sideBySide(await drawIn('kk'), await drawIn('ru'))
  return drawIn(paperLanguage === 'candidate' ? ownLang(found) : paperLanguage)
}
