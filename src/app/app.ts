import type { Case } from '../domain/case/case.ts'
import type { Centre } from '../domain/centre/profile.ts'
import { type Judged, judgeCase } from '../domain/interview/judged.ts'
import type { Around } from '../domain/interview/next.ts'
import type { Catalogue } from '../domain/requirements/catalogue.ts'
import type { Entry } from '../domain/requirements/entry.ts'
import type { CaseStore, Clock, Dialogues, Vault, Words } from './ports.ts'

/** What every use case may reach for. */
export type App = {
  store: CaseStore
  vault: Vault
  dialogues: Dialogues
  clock: Clock
  words: Words
  catalogue: Catalogue
  /** The catalogue that a case was judged by, where this process still has it. */
  catalogueOf?(hash: string): Catalogue | null
  centre: Centre
  /** Where this process is reached from outside; null when it is not. */
  publicUrl: string | null
  /** Entries nearest to what was typed, best first. */
  search(query: string, limit: number): Entry[]
  /** A new short random id of letters and digits. */
  newId(length: number): string
}

/** Where the profile names none. */
const EXAM_LANGUAGES = ['kk', 'ru']

/** The catalogue's entry and the day, as the questions look at them. */
export function aroundOf(app: App, answers: Case['secret']['answers'], catalogue: Pick<Catalogue, 'entries'> = app.catalogue): Around {
  const chosen = answers['profession']?.v
  return {
    entry: typeof chosen === 'string' ? (catalogue.entries.get(chosen) ?? null) : null,
    today: app.clock.today(),
    examLanguages: app.centre.examLanguages.length > 0 ? app.centre.examLanguages : EXAM_LANGUAGES,
  }
}

/** Standings and checklist of a case as of today; one that is decided stays judged by the catalogue of its decision. */
export const judgedOf = (app: App, found: Case): Judged => {
  const decided = found.status === 'accepted' || found.status === 'closed'
  return judgeBy(app, found, (decided ? app.catalogueOf?.(found.catalogue) : null) ?? app.catalogue)
}

/** The same by a catalogue of one's choice. */
export const judgeBy = (app: App, found: Case, catalogue: Pick<Catalogue, 'entries'>): Judged => judgeCase(found, aroundOf(app, found.secret.answers, catalogue))
