import type { Case } from '../../domain/case/case.ts'
import type { Row } from '../../domain/dossier/paper.ts'
import type { Sealing } from '../../domain/dossier/sealed.ts'
import type { Standing } from '../../domain/requirements/standing.ts'
import { type App, judgedOf } from '../app.ts'
import { experienceTold } from './experience-told.ts'
import { levelCitations } from './level-citations.ts'
import type { Speaker } from './speaker.ts'
import { answersSaid, tradeOf } from './told.ts'

/** Nothing was demanded: "meets" would sound like a check that nobody made. */
const isFree = (standing: Standing): boolean => standing.state === 'meets' && standing.reason.endsWith('.none')

function standingRows(app: App, found: Case, speaker: Speaker): Row[] {
  const read = levelCitations(app, found, speaker)
  return judgedOf(app, found).standings.map((each): Row => {
    // Where nothing is demanded, the text that was read says so.
    const note = isFree(each) ? read : speaker.clause(each.clause)
    const value = isFree(each) ? speaker.say('requirements.state.none') : speaker.say(`requirements.state.${each.state}`)
    return { label: speaker.say(`requirements.requirement.${each.requirement}`), value, ...(note ? { note } : {}) }
  })
}

/** The cover: who, for what, how each requirement stands, where and when. */
export function coverFacts(app: App, found: Case, { speaker, sealing }: { speaker: Speaker; sealing: Sealing }): Row[] {
  const said = answersSaid(app, found, speaker)
  const trade = tradeOf(app, found, speaker)
  const worked = experienceTold(app, found, speaker)
  const row = (key: string, value: string | null): Row => ({ label: speaker.say(`dossier.fact.${key}`), value: value ?? '—' })
  return [
    row('birth', said('birth')), row('iin', said('iin')), row('phone', said('phone')), row('place', said('place')),
    row('profession', trade.profession), row('level', trade.level),
    ...(worked ? [{ ...row('experience', worked.total), ...(worked.unproven ? { note: worked.unproven } : {}) }] : []),
    ...standingRows(app, found, speaker),
    row('centre', app.centre.name[speaker.lang]), row('sent', `${speaker.moment(found.sentAt)}. ${speaker.say('dossier.inRound', { round: found.round })}`),
    ...(sealing.accepted === undefined ? [] : [row('accepted', speaker.moment(sealing.accepted * 1000))]),
    { ...row('catalogue', found.catalogue.slice(0, 12)), note: speaker.say('requirements.hint') },
  ]
}
