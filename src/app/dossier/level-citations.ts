import type { Case } from '../../domain/case/case.ts'
import { type App, judgedOf } from '../app.ts'
import type { Speaker } from './speaker.ts'

/** Where the level stands in the acts, in the reader's language; the catalogue's own code is Russian only. Empty for a level it does not know. */
export const levelCitations = (app: App, found: Case, speaker: Speaker): string =>
  judgedOf(app, found).level.sources.map((each) => speaker.clause(each)).join('; ')
