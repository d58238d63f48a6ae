import type { Case } from '../../domain/case/case.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import { type App, judgedOf } from '../app.ts'
import type { Speaker } from './speaker.ts'
import { answersSaid } from './told.ts'

const returnedBecause = (found: Case, item: string, speaker: Speaker): string | null => {
  const reason = found.items[item] === 'returned' ? found.secret.decisions.findLast((each) => each.item === item)?.reason : null
  return reason ? speaker.say(`review.reason.${reason}`) : null
}

/** Required papers that are not there, each with the reason the candidate gave (`own`), else why it went back. */
export function missingWithReasons(app: App, found: Case, speaker: Speaker): { id: string; item: string; own: string | null; reason: string }[] {
  const said = answersSaid(app, found, speaker)
  return missingItems(judgedOf(app, found).items).map((item) => {
    const own = said(`missing.${item.id}`)
    return { id: item.id, item: speaker.item(item.kind), own, reason: own ?? returnedBecause(found, item.id, speaker) ?? speaker.say('dossier.noReason') }
  })
}
