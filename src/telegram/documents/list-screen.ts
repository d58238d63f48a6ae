import { type App, judgedOf } from '../../app/app.ts'
import type { Button, Outgoing, Translate } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import type { ItemStanding } from '../../domain/documents/standing.ts'
import { homeless, missingItems } from '../../domain/documents/standing.ts'
import { cutLines, plainText } from '../../domain/case/phrase.ts'
import { citation } from '../../domain/requirements/catalogue.ts'
import { experience } from '../../domain/requirements/experience.ts'
import type { Item } from '../../domain/requirements/checklist.ts'
import type { Standing } from '../../domain/requirements/standing.ts'
import { sourceLines } from '../provenance.ts'

const NEEDS = ['required', 'centre-decides', 'optional', 'not-needed'] as const

/** Every state has its sign and its word; the sign alone never carries the meaning. */
const SIGNS = { made: '📝', open: '▫️', receiving: '⏳', there: '☑️', doubtful: '⚠️', accepted: '✅', returned: '↩️' } as const

export const itemName = (t: Translate, item: Item): string => t(`requirements.item.${item.kind}.name`)

function stateText(t: Translate, { state, pages }: ItemStanding): string {
  return state === 'open' ? '' : ` — ${t(`documents.state.${state}`, { count: pages })}`
}

function listPart(t: Translate, need: (typeof NEEDS)[number], items: ItemStanding[]): string {
  const lines = items.map((each) => `${SIGNS[each.state]} ${itemName(t, each.item)}${stateText(t, each)}`)
  return `<b>${t(`requirements.need.${need}`)}</b>\n${lines.join('\n')}`
}

/** Where nothing is demanded, "meets" would say too much. */
const stateWord = ({ state, reason }: Standing): string => (state === 'meets' && reason.endsWith('.none') ? 'none' : state)

export function standingLine(app: App, found: Case, standing: Standing): string {
  const t = app.words.in(found.lang)
  const clause = standing.clause ? ` <i>(${citation(app.catalogue, standing.clause, found.lang)})</i>` : ''
  const change = standing.change ? ` ${t(`requirements.${standing.change.reason}`, standing.change.values)}` : ''
  return `• <b>${t(`requirements.requirement.${standing.requirement}`)}: ${t(`requirements.state.${stateWord(standing)}`)}.</b> ${t(`requirements.${standing.reason}`, standing.values)}${change}${clause}`
}

function titleOf(found: Case, items: ItemStanding[]): string {
  if (found.status !== 'returned') return 'documents.list'
  return items.some(({ state }) => state === 'returned') ? 'documents.listReturned' : 'documents.listAll'
}

const isShown = ({ item, state }: ItemStanding): boolean => item.need !== 'not-needed' || state !== 'open'

/** The checklist: what to bring, first what is required; each paper is a button. */
export function listScreen(app: App, found: Case): Outgoing {
  const t = app.words.in(found.lang)
  const { items } = judgedOf(app, found)
  const parts = NEEDS.map((need) => ({ need, of: items.filter(({ item }) => item.need === need) })).filter(({ of }) => of.length > 0)
  const missing = missingItems(items).length
  const lost = homeless(found, items).length
  const open = items.filter((each) => each.item.uploadable && each.state !== 'accepted' && isShown(each))
  const buttons: Button[][] = open.map((each) => [{ text: `${SIGNS[each.state]} ${plainText(itemName(t, each.item))}`.slice(0, 60), data: `o:${found.id}:${each.item.id}` }])
  return {
    html: [t(titleOf(found, items)), ...parts.map(({ need, of }) => listPart(t, need, of)),
      ...(lost > 0 ? [t('documents.lost', { count: lost })] : []),
      ...(items.some(({ state }) => state === 'doubtful') ? [t('documents.doubtful')] : []),
      missing > 0 ? t('documents.missing', { count: missing }) : t('documents.complete')].join('\n\n'),
    buttons: [
      ...buttons,
      ...(lost > 0 ? [[{ text: t('documents.lostButton'), data: `n:${found.id}` }]] : []),
      [{ text: t('documents.send'), data: `p:${found.id}` }],
      [{ text: t('documents.why'), data: `y:${found.id}` }, { text: t('documents.saveList'), data: `G:${found.id}` }],
      [{ text: t('chat.editAnswers'), data: `e:${found.id}` }],
    ],
  }
}

function spanText(t: Translate, months: number): string {
  const values = { years: Math.floor(months / 12), months: months % 12 }
  const kind = values.years > 0 && values.months > 0 ? 'both' : values.years > 0 ? 'years' : values.months > 0 ? 'months' : 'none'
  return plainText(t(`requirements.span.${kind}`, values))
}

/** All jobs together, overlaps counted once; a range where the days of the first and last month are not known. */
function experienceLine(app: App, t: Translate, jobs: { from: string; to: string | null }[]): string[] {
  if (jobs.length === 0) return []
  const { minMonths, maxMonths } = experience(jobs, app.clock.today())
  const span = minMonths === maxMonths ? spanText(t, minMonths) : `${spanText(t, minMonths)} – ${spanText(t, maxMonths)}`
  return [t('documents.experience', { span })]
}

/** The requirements and where this person stands, each with its clause and what would change it. */
export function standingsScreen(app: App, found: Case): Outgoing {
  const t = app.words.in(found.lang)
  const { standings, facts, level } = judgedOf(app, found)
  return {
    html: cutLines([t('documents.standings'), standings.map((each) => standingLine(app, found, each)).join('\n\n'), ...experienceLine(app, t, facts.jobs), ...sourceLines(app, level, found.lang), t('documents.hint')].join('\n\n'), 4000),
    buttons: [[{ text: t('documents.toList'), data: `l:${found.id}` }], [{ text: t('documents.object'), data: 'm:object' }]],
  }
}
