import type { Case } from '../../domain/case/case.ts'
import { isWithStaff } from '../../domain/case/status.ts'
import { changeWords } from '../updates/change-words.ts'
import { lastDay } from '../../domain/centre/terms.ts'
import { staffNames } from '../../domain/dossier/staff-names.ts'
import { shownIin } from '../../domain/dossier/masked.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import type { ItemStanding } from '../../domain/documents/standing.ts'
import { localDay } from '../../lib/local-day.ts'
import { type App, judgedOf } from '../app.ts'
import { cardRemarks } from '../documents/card-says.ts'
import { doubtsOf, isOverruled } from '../dossier/checklist-rows.ts'
import { historyLine } from '../dossier/history.ts'
import { missingWithReasons } from '../dossier/missing.ts'
import type { Speaker } from '../dossier/speaker.ts'
import { answersSaid, tradeOf } from '../dossier/told.ts'
import type { AuditEntry } from '../ports.ts'

const LONGEST = 140

/** A person's own words: shortened, then escaped. */
export const own = (text: string | null): string => {
  const said = text ?? '—'
  // By signs, not by halves of them: half an emoji is refused.
  const signs = [...said]
  return escapeHtml(signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : said)
}

const line = (label: string, value: string): string => `<b>${escapeHtml(label)}:</b> ${value}`

export function headLines(app: App, found: Case, speaker: Speaker): string[] {
  const said = answersSaid(app, found, speaker)
  const fact = (key: string, value: string | null): string => line(speaker.say(`review.card.${key}`), own(value))
  const trade = tradeOf(app, found, speaker)
  return [
    `<b>№ ${escapeHtml(found.number ?? found.id)}</b> · ${escapeHtml(speaker.say(`review.status.${found.status}`))}`,
    `<b>${own(said('name'))}</b>`, `${own(trade.profession)} · ${own(trade.level)}`,
    fact('iin', shownIin(said('iin'))), fact('who', said('who')),
    fact('initiative', [said('initiative'), said('employerName')].filter((each) => each !== null).join(', ')),
    fact('payer', [said('payer'), said('voucherDate')].filter((each) => each !== null).join(', ')), fact('phone', said('phone')),
    fact('exam', [said('examLanguage'), said('needsText')].filter((each) => each !== null).join('; ')), fact('citizenship', said('citizenship')),
  ]
}

/** A consent withdrawn starts the law's clock: it stands above everything else on the card. */
export function withdrawalLines(app: App, found: Case, speaker: Speaker): string[] {
  const at = found.secret.consents.map((each) => each.withdrawnAt).find((each) => each !== null)
  if (!at) return []
  const day = localDay(at * 1000, app.centre.timeZone)
  const until = lastDay(app.centre.calendar, 'withdrawal', day)
  return [app.words.in(speaker.lang)('review.card.withdrawn', { day, until })]
}

/** A version published while the case lay with the staff: what it changed here, and that the set lacks something since. */
export function updateLines(found: Case, speaker: Speaker): string[] {
  const last = found.secret.updates.at(-1)
  if (!last || !isWithStaff(found.status)) return []
  const head = speaker.say(last.incomplete ? 'updates.card' : 'dossier.event.updated', { version: last.version, detail: last.version })
  return [`⚠️ <b>${escapeHtml(head)}</b>`, ...last.changes.map((change) => changeWords(speaker, change))]
}

export function standingLines(app: App, found: Case, speaker: Speaker): string[] {
  const signs = { meets: '✅', not: '⛔️', human: '👤' } as const
  return judgedOf(app, found).standings.map((each) => {
    const clause = speaker.clause(each.clause)
    const what = `${speaker.say(`requirements.requirement.${each.requirement}`)}: ${speaker.say(each.state === 'meets' && each.reason.endsWith('.none') ? 'requirements.state.none' : `review.standing.${each.state}`)}`
    return `${signs[each.state]} ${escapeHtml(what)}${clause ? ` <i>(${own(clause)})</i>` : ''}`
  })
}

export function completenessLines(app: App, found: Case, speaker: Speaker): string[] {
  const missing = missingWithReasons(app, found, speaker)
  // What the centre decides is neither there nor missing: it must be seen, not counted as complete.
  const open = judgedOf(app, found).items.filter(({ item, state }) => item.need === 'centre-decides' && item.uploadable && state === 'open')
  const undecided = open.length === 0 ? [] : [`👤 ${escapeHtml(speaker.say('review.card.undecided'))}: ${open.map(({ item }) => own(speaker.item(item.kind))).join(', ')}`]
  if (missing.length === 0) return [`☑️ ${escapeHtml(speaker.say(open.length === 0 ? 'review.card.complete' : 'review.card.requiredThere'))}`, ...undecided]
  return [`⚠️ <b>${escapeHtml(speaker.say('dossier.incomplete'))}</b>`, ...missing.map(({ item, reason }) => `• ${own(item)}: ${own(reason)}`), ...undecided]
}

function itemLine(speaker: Speaker, each: ItemStanding): string {
  const doubts = doubtsOf(speaker, each)
  const state = speaker.say(`dossier.state.${each.state}`)
  const pages = speaker.say('review.card.pages', { count: each.pages })
  const over = doubts && isOverruled(each) ? `; ${speaker.say('dossier.overruled')}` : ''
  return `• ${own(speaker.item(each.item.kind))}: ${escapeHtml(state)}, ${escapeHtml(pages)}${doubts ? `; ⚠️ ${escapeHtml(doubts + over)}` : ''}`
}

/** Papers that were sent, with the machine's doubts and whether the candidate overruled them. */
export const paperLines = (app: App, found: Case, speaker: Speaker): string[] =>
  judgedOf(app, found).items.filter(({ uploads }) => uploads.length > 0).flatMap((each) =>
    [itemLine(speaker, each), ...(each.item.kind === 'identity' ? cardRemarks(app, found, speaker).map((remark) => `  ⚠️ ${escapeHtml(remark)}`) : [])])

/** What went back last time, why, and the note: the next reader must not guess. */
export function returnedLines(found: Case, speaker: Speaker): string[] {
  const rounds = found.secret.decisions.filter((each) => each.verdict === 'returned')
  const last = Math.max(0, ...rounds.map((each) => each.round))
  const lines = rounds.filter((each) => each.round === last).map((each) => `• ${own(speaker.item(each.item))}: ${own(speaker.say(`review.reason.${each.reason ?? 'other'}`))}`)
  if (lines.length === 0) return []
  const note = found.secret.note ? [`<i>${own(found.secret.note)}</i>`] : []
  return [`<b>${escapeHtml(speaker.say('review.card.returnedBefore'))}</b>`, ...lines, ...note]
}

/** What staff entered: the exam, its result, why the case was closed. */
export function enteredLines({ secret: { exam, result, closed } }: Case, speaker: Speaker): string[] {
  return [
    ...(exam ? [line(speaker.say('review.card.examDay'), own([exam.day.split('-').toReversed().join('.'), exam.time, exam.place, exam.lang].filter((each) => each !== null).join(', ')))] : []),
    ...(result ? [escapeHtml(speaker.say(result.passed ? 'review.card.passed' : 'review.card.notPassed'))] : []),
    ...(closed ? [line(speaker.say('review.card.closed'), own(closed.reason))] : []),
  ]
}

const LAST = 4

export const historyLines = (found: Case, speaker: Speaker, audit: AuditEntry[]): string[] =>
  audit.slice(-LAST).map((entry) => historyLine(speaker, entry, staffNames(found, audit))).map(({ when, who, what }) => `<i>${escapeHtml(`${when} · ${who} · ${what}`)}</i>`)
