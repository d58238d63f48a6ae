import { staffNames } from '../../domain/dossier/staff-names.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { shownIin } from '../../domain/dossier/masked.ts'
import { historyLine } from '../dossier/history.ts'
import { speakerOf } from '../dossier/speaker.ts'
import { answersSaid } from '../dossier/told.ts'
import { type Desk, staffLang } from './desk.ts'

/** Room for a message's text. */
const LONGEST = 3800
const STRANGERS = 30

/** Lines joined into as few messages as hold them. */
export function inMessages(lines: string[]): string[] {
  const messages: string[] = []
  for (const line of lines) {
    const last = messages.at(-1)
    if (last === undefined || last.length + line.length + 1 > LONGEST) messages.push(line)
    else messages[messages.length - 1] = `${last}\n${line}`
  }
  return messages
}

/** The answer to `/audit NUMBER`: everything that ever happened to a case, oldest first. The IIN is masked unless asked for. */
export async function auditList(desk: Desk, request: { number: string; open: boolean }): Promise<string[]> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const found = await desk.store.byNumber(request.number)
  if (!found) return [t('review.audit.gone')]
  const speaker = speakerOf(desk, lang)
  const said = answersSaid(desk, found, speaker)
  const audit = await desk.store.audit(found.id)
  const names = staffNames(found, audit)
  const lines = audit.map((entry) => historyLine(speaker, entry, names)).map(({ when, who, what }) => `${escapeHtml(`${when} · ${who} · ${what}`)}`)
  return inMessages([`<b>№ ${escapeHtml(found.number ?? '')}</b> · ${escapeHtml(said('name') ?? '—')} · ${escapeHtml(speaker.say('review.card.iin'))}: ${escapeHtml(shownIin(said('iin'), request.open) ?? '—')}`, ...lines])
}

/** The answer to `/audit` alone: who tried the desk without being staff, newest first. */
export async function strangersList(desk: Desk): Promise<string[]> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const strangers = await desk.store.strangers(STRANGERS)
  if (strangers.length === 0) return [t('review.audit.how')]
  const speaker = speakerOf(desk, lang)
  return inMessages([t('review.audit.how'), '', t('review.audit.strangers'), ...strangers.map(({ at, account, what, case: id }) =>
    escapeHtml(`${speaker.moment(at)} · ${account} · ${what}${id === null ? '' : ` · ${id}`}`))])
}
