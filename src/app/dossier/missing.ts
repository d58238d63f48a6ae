import type { Case } from '../../domain/case/case.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import { type App, judgedOf } from '../app.ts'
import type { Speaker } from './speaker.ts'
import { answersSaid } from './told.ts'

/** Required papers that are not there, each with the reason the candidate gave. */
export function missingWithReasons(app: App, found: Case, speaker: Speaker): { item: string; reason: string }[] {
  const said = answersSaid(app, found, speaker)
  return missingItems(judgedOf(app, found).items).map((item) => ({
    item: speaker.item(item.kind),
    reason: said(`missing.${item.id}`) ?? speaker.say('dossier.noReason'),
  }))
}
