import type { Case } from '../../domain/case/case.ts'
import { experience, type Period, type Span } from '../../domain/requirements/experience.ts'
import { durationValues } from '../../domain/requirements/said-values.ts'
import { type App, judgedOf } from '../app.ts'
import type { Speaker } from './speaker.ts'

function spanSaid(speaker: Speaker, { minMonths, maxMonths }: Span): string {
  const values = { ...durationValues('least', minMonths), ...durationValues('most', maxMonths) }
  return speaker.say(minMonths === maxMonths ? 'dossier.span' : 'dossier.spanBetween', values)
}

/** The sending's day in the centre's zone: drawn again later, the paper is the same. */
const dayOf = (app: App, found: Case): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: app.centre.timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(found.sentAt ?? app.clock.now())

/** All jobs together, overlaps once, as the candidate told them; and how much of it nothing proves. Null without a job. */
export function experienceTold(app: App, found: Case, speaker: Speaker): { total: string; unproven: string | null } | null {
  const { jobs } = judgedOf(app, found).facts
  if (jobs.length === 0) return null
  const day = dayOf(app, found)
  const said = (periods: Period[]): string => spanSaid(speaker, experience(periods, day))
  const unproven = jobs.filter(({ proof }) => proof?.includes('none'))
  return { total: said(jobs), unproven: unproven.length > 0 ? speaker.say('dossier.unproven', { span: said(unproven) }) : null }
}
