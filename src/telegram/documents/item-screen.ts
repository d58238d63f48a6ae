import { type App, judgedOf } from '../../app/app.ts'
import type { Button, Outgoing } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import type { ItemStanding } from '../../domain/documents/standing.ts'
import { escapeHtml, plainText } from '../../domain/case/phrase.ts'
import { proofClause, proofHints } from '../../domain/requirements/proof-hints.ts'
import { citation } from '../../domain/requirements/catalogue.ts'
import { clauseOf } from '../provenance.ts'
import { itemName } from './list-screen.ts'

function why(app: App, found: Case, { item }: ItemStanding): string {
  const t = app.words.in(found.lang)
  const clause = clauseOf(app, { item, level: judgedOf(app, found).level, lang: found.lang })
  return `${t(`requirements.need.${item.need}`)}. ${t(`requirements.${item.reason}`, item.values)}${clause ? `\n${clause}` : ''}`
}

function buttonsOf(app: App, found: Case, standing: ItemStanding): Button[][] {
  const t = app.words.in(found.lang)
  const { item } = standing
  const own = standing.uploads.filter((each) => each.round === found.round)
  return [
    ...(standing.state === 'doubtful' ? [[{ text: t('documents.anyway'), data: `v:${found.id}:${item.id}` }]] : []),
    ...(standing.uploads.some(({ state }) => state === 'stored') ? [[{ text: t('documents.pages.open'), data: `f:${found.id}:${item.id}` }]] : []),
    ...(own.length > 0 ? [[{ text: t('documents.removeLast'), data: `r:${found.id}:${own.at(-1)?.id ?? ''}` }]] : []),
    [{ text: t('documents.toList'), data: `l:${found.id}` }],
  ]
}

function returnedText(app: App, found: Case, standing: ItemStanding): string[] {
  if (standing.state !== 'returned') return []
  const t = app.words.in(found.lang)
  const last = found.secret.decisions.filter((each) => each.item === standing.item.id && each.verdict === 'returned').at(-1)
  const back = found.secret.decisions.filter((each) => each.verdict === 'returned' && each.round === last?.round).length
  // One note for the whole decision must not look like the reason of this one paper.
  const label = back > 1 ? `${t('documents.noteForAll')}\n` : ''
  const note = found.secret.note ? [`${label}<blockquote>${escapeHtml(found.secret.note)}</blockquote>`] : []
  return last?.reason ? [t('documents.returnedBecause', { reason: plainText(t(`decision.reason.${last.reason}`)) }), ...note] : []
}

/** Job by job what the named proof shows: trade and grade, or only that one worked (Labour Code, art. 35). */
function proofs(app: App, found: Case): string[] {
  const { jobs } = judgedOf(app, found).facts
  const lines = proofHints(jobs).map((hint) => `• <b>${escapeHtml(jobs[hint.job]?.employer ?? '')}</b>: ${app.words.in(found.lang)(`requirements.${hint.reason}`, hint.values)}`)
  return lines.length > 0 ? [`${lines.slice(0, 6).join('\n')}\n<i>${citation(app.catalogue, proofClause, found.lang)}</i>`] : []
}

/** One kind of document: what it is, why, where to get it, how to photograph it; pages sent now belong to it. */
export function itemScreen(app: App, found: Case, id: string): Outgoing | null {
  const t = app.words.in(found.lang)
  const standing = judgedOf(app, found).items.find(({ item }) => item.id === id)
  if (!standing) return null
  const { kind } = standing.item
  const part = (name: string): string => t(`requirements.item.${kind}.${name}`)
  return {
    html: [
      `<b>${itemName(t, standing.item)}</b>\n${part('what')}`, ...returnedText(app, found, standing), why(app, found, standing),
      `<b>${t('documents.where')}</b> ${part('where')}`, `<b>${t('documents.photo')}</b> ${part('photo')}`,
      ...(kind === 'work' ? proofs(app, found) : []),
      standing.pages > 0 ? t('documents.have', { count: standing.pages }) : '', t('documents.sendNow'),
    ].filter((each) => each !== '').join('\n\n'),
    buttons: buttonsOf(app, found, standing),
  }
}

/** "Which paper is this?" for pages that came at another moment. */
export function homeScreen(app: App, found: Case, count: number): Outgoing {
  const t = app.words.in(found.lang)
  const items = judgedOf(app, found).items.filter(({ item, state }) => item.uploadable && state !== 'accepted')
  const buttons = items.map(({ item }): Button[] => [{ text: plainText(itemName(t, item)).slice(0, 60), data: `a:${found.id}:${item.id}` }])
  return { html: t('documents.whichPaper', { count }), buttons: [...buttons, [{ text: t('documents.none'), data: `d:${found.id}` }]] }
}
